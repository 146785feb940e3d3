import type { LoggedAction } from '@zhengqi/api/router';

/** Areas of actions: what stands before the dot. */
export type ActionArea = LoggedAction extends infer Action
  ? Action extends `${infer Area}.${string}`
    ? Area
    : never
  : never;
type ActOf<Area extends string> = LoggedAction extends infer Action
  ? Action extends `${Area}.${infer Act}`
    ? Act
    : never
  : never;

/** A word for every action that can stand in the log: one without words fails the build. */
export type ActionWords = { [Area in ActionArea]: { [Act in ActOf<Area>]: string } };
export type AreaWords = { all: string } & { [Area in ActionArea]: string };

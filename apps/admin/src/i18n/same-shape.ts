/**
 * The shape a translation must have: the same keys as the Chinese text, no more and no fewer. English has a singular,
 * Chinese has none: for each `…_other` of the Chinese text the English one must also write `…_one`.
 */
export type SameShape<T> = { [K in keyof T]: T[K] extends string ? string : SameShape<T[K]> } & {
  [K in keyof T as K extends `${infer Base}_other` ? `${Base}_one` : never]: string;
};

type Level<Value> = Map<number, Level<Value> | Value>;

/** A bounded memory keyed by a short list of numbers, all of one length. When it is full it starts anew. */
export class Trie<Value extends object> {
  private root: Level<Value> = new Map();
  private size = 0;
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  get(path: readonly number[]): Value | undefined {
    let level: Level<Value> | Value | undefined = this.root;
    for (const step of path) {
      if (level === undefined) return undefined;
      level = (level as Level<Value>).get(step);
    }
    return level as Value | undefined;
  }

  /** Remembers a value and returns it. */
  set(path: readonly number[], value: Value): Value {
    if (this.size >= this.most) {
      this.root = new Map();
      this.size = 0;
    }
    let level = this.root;
    const last = path.length - 1;
    for (const [i, step] of path.entries()) {
      if (i === last) break;
      let next = level.get(step) as Level<Value> | undefined;
      if (next === undefined) {
        next = new Map();
        level.set(step, next);
      }
      level = next;
    }
    level.set(path[last] ?? 0, value);
    this.size += 1;
    return value;
  }
}

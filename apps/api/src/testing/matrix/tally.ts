/** What a matrix counted. */
export class Tally {
  /** Cells run: one procedure as one actor. */
  run = 0;
  /** Of these, refused as they must be, with nothing changed and nothing shown. */
  denied = 0;
  /** Of these, open by design: what is the same for all, and reading for those who may read. */
  allowed = 0;
  /** Rightful calls that succeeded. */
  controls = 0;
  /** Calls that end in a refusal for everybody, as they must: what they ask for is not there. */
  refused = 0;
  /** Mails looked through for what their readers may not know. */
  mails = 0;

  summary(): string {
    return `(procedure × actor) cells: ${this.run} run, ${this.denied} denied, ${this.controls} controls passed (${this.allowed} open by design), ${this.refused} refused for everybody, ${this.mails} mails looked through`;
  }
}

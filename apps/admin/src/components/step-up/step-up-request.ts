/**
 * Dangerous acts need a proof that is at most ten minutes old that the right person sits here. The server says so by
 * refusing; this is where the link that got the refusal and the dialog that asks for the proof meet.
 */
type Ask = () => Promise<boolean>;

let ask: Ask | null = null;

/** The dialog offers itself; returns how to take the offer back. */
export function offerStepUp(dialog: Ask): () => void {
  ask = dialog;
  return () => {
    if (ask === dialog) ask = null;
  };
}

/** Asks the user for the proof. False when they decline, or where nobody can be asked. */
export async function requestStepUp(): Promise<boolean> {
  return ask === null ? false : ask();
}

/**
 * The one platform object the domain may use besides the language itself: Node and every browser have it.
 * Declared by hand, so that no other part of either platform type-checks in the domain.
 */
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input?: Uint8Array): string;
}

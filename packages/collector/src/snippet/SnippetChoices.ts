/** Which snippet is wanted. */
export type SnippetChoices = {
  /** Pinned: the versioned copy, with the hash that the browser checks it by. */
  sri?: boolean | undefined;
  /** With the inline stub, which takes calls until the script runs. */
  stub?: boolean | undefined;
  /** For shops whose policy goes by nonces: what their templates put there. */
  nonce?: string | undefined;
};

import type { NatterApi } from '@natter/sdk';

/** The server's REST, as who is signed in. */
export interface Rest {
  readonly api: NatterApi;
  /** A valid access token. */
  readonly token: () => Promise<string>;
}

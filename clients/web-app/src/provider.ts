import type { Grant, NewDevice } from '@natter/sdk';
import { base64Url, type Provider } from '@natter/ui';

const PENDING = 'natter-oidc';

/** What the gateway says about the provider that people may sign in with; see its README. */
interface ProviderConfig {
  readonly name: string;
  readonly authorizationUrl: string;
  readonly clientId: string;
  readonly hint?: string;
}

interface Pending {
  readonly state: string;
  readonly codeVerifier: string;
}

/** The provider that the gateway names, if it names one. Going there leaves the page. */
export async function findProvider(): Promise<Provider | undefined> {
  const response = await fetch('/app.json');
  const { provider } = (response.ok ? await response.json() : {}) as { readonly provider?: ProviderConfig };
  return provider === undefined ? undefined : { name: provider.name, go: () => void go(provider) };
}

/** The grant that a provider has sent the browser back with; undefined if this is no such return. */
export function takeReturn(device: NewDevice): Grant | undefined {
  const query = new URLSearchParams(location.search);
  const kept = sessionStorage.getItem(PENDING);
  if (!query.has('state')) {
    return undefined;
  }
  history.replaceState(null, '', '/');
  sessionStorage.removeItem(PENDING);
  const pending = kept === null ? undefined : (JSON.parse(kept) as Pending);
  const code = query.get('code');
  // Another state is another's attempt to sign this browser in.
  if (pending === undefined || code === null || query.get('state') !== pending.state) {
    return undefined;
  }
  return { grant: 'oidc', code, codeVerifier: pending.codeVerifier, redirectUri: redirectUri(), device };
}

async function go({ authorizationUrl, clientId, hint }: ProviderConfig): Promise<void> {
  const pending: Pending = { state: random(), codeVerifier: random() };
  sessionStorage.setItem(PENDING, JSON.stringify(pending));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(pending.codeVerifier));
  const url = new URL(authorizationUrl);
  url.search = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    scope: 'openid',
    redirect_uri: redirectUri(),
    state: pending.state,
    code_challenge: base64Url(new Uint8Array(digest)),
    code_challenge_method: 'S256',
    ...(hint === undefined ? {} : { kc_idp_hint: hint }),
  }).toString();
  location.assign(url);
}

function redirectUri(): string {
  return `${location.origin}/`;
}

function random(): string {
  return base64Url(crypto.getRandomValues(new Uint8Array(32)));
}

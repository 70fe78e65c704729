import { IndexedDbDeviceStore, SessionTokens, SharedConnection, type KeptSession, type NatterApi } from '@natter/sdk';
import { IndexedDbMessageStore, Messenger } from '@natter/ui';
import type { SessionStore } from './session-store.js';

/** All that belongs to a session: the messenger of one tab, and what the device keeps. */
export interface SignedIn {
  readonly messenger: Messenger;
  /** Ends the session and forgets everything that this device knows. */
  signOut(): Promise<void>;
  /** Forgets everything, when the server has ended the session. */
  forget(): Promise<void>;
}

export function enter(api: NatterApi, session: KeptSession, sessions: SessionStore): SignedIn {
  const { userId, deviceId } = session;
  const alone = async <T>(name: string, work: () => Promise<T>) => (await navigator.locks.request(name, work)) as T;
  const tokens = new SessionTokens(api, session, (kept) => sessions.save(kept), {
    latest: () => sessions.load(),
    alone: (work) => alone(`natter-tokens-${deviceId}`, work),
  });
  const device = new IndexedDbDeviceStore(deviceId);
  const store = new IndexedDbMessageStore(deviceId);
  const messenger = new Messenger({
    me: userId,
    device: deviceId,
    api,
    token: tokens.token,
    store,
    alone,
    unanswered: async () => (await device.load()).outbox,
    connect: (listener) =>
      SharedConnection.open(
        deviceId,
        { edges: [location.origin], token: tokens.token, store: device, client: 'natter-web/0.1' },
        listener,
      ),
  });
  const forget = async () => {
    await messenger.close();
    await Promise.all([sessions.clear(), device.clear(), store.clear()]);
  };
  return {
    messenger,
    forget,
    signOut: async () => {
      // Without a network the session ends on this device only; on the server it does when it is removed there.
      await tokens
        .token()
        .then((token) => api.signOut(token))
        .catch(() => undefined);
      await forget();
    },
  };
}

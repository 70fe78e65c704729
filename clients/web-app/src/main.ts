import './app.js';

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): {
    createScriptURL(url: string): string;
  };
}

/** The only script that the app loads by its address. */
const WORKER = '/sw.js';

if ('serviceWorker' in navigator && import.meta.env.PROD) {
  const { trustedTypes } = window as { readonly trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy('natter', {
    createScriptURL: (url) => {
      if (url !== WORKER) {
        throw new TypeError(`${url} is not to be loaded`);
      }
      return url;
    },
  });
  window.addEventListener('load', () => {
    // Without it the app works, but does not open without a network.
    navigator.serviceWorker.register(policy?.createScriptURL(WORKER) ?? WORKER).catch(() => undefined);
  });
}

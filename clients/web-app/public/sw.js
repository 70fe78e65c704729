// Keeps the app itself, so that it opens without a network. Never what the server says: that is the app's to keep.
const CACHE = 'natter-app-1';
const SHELL = ['/', '/icon.svg', '/manifest.webmanifest'];

self.addEventListener('install', (event) => {
  event.waitUntil(keepAll());
  self.skipWaiting();
});

self.addEventListener('activate', (event) => {
  const former = async () => (await caches.keys()).filter((name) => name !== CACHE).map((name) => caches.delete(name));
  event.waitUntil(
    former()
      .then((deletions) => Promise.all(deletions))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) {
    return;
  }
  if (pathname.startsWith('/assets/')) {
    // Their names change with what is in them.
    event.respondWith(kept(request));
  } else if (SHELL.includes(pathname)) {
    event.respondWith(fresh(request, pathname));
  }
});

/** What loaded the page came before there was a worker, so it is fetched again: from the browser's own cache. */
async function keepAll() {
  const cache = await caches.open(CACHE);
  await cache.addAll(SHELL);
  await cache.addAll(assetsOf(await (await cache.match('/')).text()));
}

function assetsOf(html) {
  return [...new Set(html.match(/\/assets\/[\w.-]+/g))];
}

async function kept(request) {
  const cache = await caches.open(CACHE);
  const before = await cache.match(request);
  if (before !== undefined) {
    return before;
  }
  const response = await fetch(request);
  if (response.ok) {
    await cache.put(request, response.clone());
  }
  return response;
}

async function fresh(request, pathname) {
  const cache = await caches.open(CACHE);
  try {
    const response = await fetch(request);
    if (response.ok) {
      await cache.put(pathname, response.clone());
      if (pathname === '/') {
        await forgetFormer(cache, assetsOf(await response.clone().text()));
      }
    }
    return response;
  } catch (error) {
    const before = await cache.match(pathname);
    if (before === undefined) {
      throw error;
    }
    return before;
  }
}

/** Files of former versions, which the page does not name any more. */
async function forgetFormer(cache, assets) {
  const former = (await cache.keys()).filter(
    ({ url }) => new URL(url).pathname.startsWith('/assets/') && !assets.includes(new URL(url).pathname),
  );
  await Promise.all(former.map((request) => cache.delete(request)));
}

{% load static %}// Keeps the check-in page of the day for when the network is away. Nothing else of the site.
// The day after, and once someone is signed out, the page and the list of names are let go.

const CACHE = "check-in";
const PAGE = "/check-in/kept-page";
const PARTS = [
  "{% static "css/tokens.css" %}", "{% static "css/base.css" %}",
  "{% static "css/form.css" %}", "{% static "css/check-in.css" %}", "{% static "img/favicon.svg" %}",
  "{% static "js/check-in.js" %}", "{% static "js/check-in-store.js" %}", "{% static "js/check-in-folding.js" %}",
  "{% static "vendor/fonts/source-sans-3-basic.woff2" %}", "{% static "vendor/fonts/source-serif-4-600-basic.woff2" %}",
];
const PATIENCE = 5000; // milliseconds that a page may take before the kept one is shown

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(PARTS)));
});

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", (event) => {
  event.waitUntil(keepPage(event.data.keep).then((kept) => event.ports[0].postMessage(kept)));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== self.location.origin) {
    return;
  }
  if (request.mode === "navigate" && address.pathname.startsWith("/check-in/")) {
    event.respondWith(page(request));
  } else if (PARTS.includes(address.pathname)) {
    event.respondWith(fetch(request).catch(() => caches.match(request, { ignoreVary: true })));
  }
});

// The page from the network, or the kept one where nobody answers in time, or says that nobody is there.
async function page(request) {
  const late = new Promise((resolve) => { setTimeout(resolve, PATIENCE); });
  const answered = fetch(request);
  const first = await Promise.race([answered.catch(() => null), late]);
  return first?.status < 500 ? first : await keptPage() ?? answered;
}

async function keepPage(address) {
  const response = await fetch(address, { credentials: "same-origin" });
  const isDoor = response.ok && !response.redirected && response.headers.has("X-Good-Until");
  if (isDoor) {
    const cache = await caches.open(CACHE);
    await cache.put(PAGE, response);
  }
  return isDoor;
}

async function keptPage() {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(PAGE);
  if (kept && Date.parse(kept.headers.get("X-Good-Until")) < Date.now()) {
    await cache.delete(PAGE);
    return null;
  }
  return kept ?? null;
}

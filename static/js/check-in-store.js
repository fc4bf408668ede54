// What the phone keeps of check-in: the list of the day, and the marks that are not sent yet.
// A mark holds no name, and stays until it is sent; the list goes after its day.

const opened = new Promise((resolve, reject) => {
  const request = indexedDB.open("check-in", 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore("lists", { keyPath: "door" });
    request.result.createObjectStore("marks", { keyPath: "order", autoIncrement: true });
  };
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

async function within(store, mode, act) {
  const transaction = (await opened).transaction(store, mode);
  const request = act(transaction.objectStore(store));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request?.result);
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}

// One list alone is kept: that of the door where someone stands now.
export const keepList = (list) => within("lists", "readwrite", (store) => {
  store.clear();
  return store.put({ ...list, door: `${list.training} ${list.part}` });
});

export async function keptList(training, part, user) {
  const list = await within("lists", "readonly", (store) => store.get(`${training} ${part}`));
  if (list && (Date.parse(list.until) < Date.now() || list.user !== user)) {
    await forget();
    return null;
  }
  return list ?? null;
}

// Lets go of everything with names in it.
export async function forget() {
  await within("lists", "readwrite", (store) => store.clear());
  if (window.caches) {
    const cache = await caches.open("check-in");
    await cache.delete("/check-in/kept-page");
  }
}

export const addMark = (mark) => within("marks", "readwrite", (store) => store.add(mark));
export const allMarks = () => within("marks", "readonly", (store) => store.getAll());

export const removeMarks = (marks) => within("marks", "readwrite", (store) => {
  for (const mark of marks) {
    store.delete(mark.order);
  }
});

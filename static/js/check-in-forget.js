// Whoever is signed out leaves no list of names on the phone. Marks that wait to be sent stay.

import { forget } from "./check-in-store.js";

if (window.indexedDB) {
  forget();
}

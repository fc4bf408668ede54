// Passkeys: asks the browser for what the page needs, and sends the form with its answer.
// Without this file the codes of an app and the recovery codes work.

const PARTS = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];

function bytes(text) {
  const plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(plain, (sign) => sign.charCodeAt(0));
}

function text(buffer) {
  const plain = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(plain).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

// What the server asked for, with bytes where browsers want them.
function readable(asked) {
  const known = (list) => (list ?? []).map((one) => ({ ...one, id: bytes(one.id) }));
  const read = { ...asked, challenge: bytes(asked.challenge) };
  if (asked.user) {
    read.user = { ...asked.user, id: bytes(asked.user.id) };
    read.excludeCredentials = known(asked.excludeCredentials);
  } else {
    read.allowCredentials = known(asked.allowCredentials);
  }
  return read;
}

function sendable(credential) {
  const response = {};
  for (const part of PARTS) {
    if (credential.response[part]) {
      response[part] = text(credential.response[part]);
    }
  }
  return {
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response,
    clientExtensionResults: credential.getClientExtensionResults(),
  };
}

for (const button of document.querySelectorAll("[data-passkey]")) {
  const form = button.form;
  const said = form.querySelector(".waiting");
  said.textContent = window.PublicKeyCredential ? "" : said.dataset.missing;
  button.disabled = !window.PublicKeyCredential;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const { publicKey } = JSON.parse(document.getElementById("passkey-asked").textContent);
    button.disabled = true;
    said.textContent = said.dataset.wait;
    try {
      const options = { publicKey: readable(publicKey) };
      const credential = await navigator.credentials[button.dataset.passkey](options);
      form.elements.credential.value = JSON.stringify(sendable(credential));
      form.submit();
    } catch {
      said.textContent = said.dataset.failed;
      button.disabled = false;
    }
  });
}

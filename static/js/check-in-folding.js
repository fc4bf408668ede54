// Finds a name in whatever spelling, as the server's search does and with its tables, which come
// with the list: see trainings/folding.py.

const MOST = 8;

export function folder(spellings, sounds) {
  const letters = Object.keys(spellings).sort((a, b) => b.length - a.length);
  const escaped = letters.map((each) => each.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  const token = new RegExp([...escaped, "."].join("|"), "gsu");
  const rules = sounds.map(([pattern, instead]) => [new RegExp(pattern, "gu"), instead.replace(/\\(\d)/g, "$$$1")]);

  const plain = (piece, second) => {
    const bare = piece in spellings ? piece : piece.normalize("NFD").replace(/[\u0300-\u036f]/g, "").normalize("NFC");
    const spelled = spellings[bare] ?? [bare];
    return spelled[second ? 1 : 0] ?? spelled[0];
  };

  const sounded = (form) => {
    let before;
    let after = form;
    do {
      before = after;
      after = rules.reduce((text, [sound, instead]) => text.replace(sound, instead), before);
    } while (after !== before);
    return after;
  };

  const variants = (word) => {
    const pieces = word.match(token) ?? [];
    const doubtful = [...new Set(pieces)].filter((piece) => (spellings[piece]?.length ?? 1) > 1);
    const forms = new Set();
    for (let mask = 0; mask < 2 ** doubtful.length && forms.size < MOST; mask += 1) {
      const second = (piece) => Boolean(mask & (2 ** doubtful.indexOf(piece))) && doubtful.includes(piece);
      forms.add(sounded(pieces.map((piece) => plain(piece, second(piece))).join("")));
    }
    return [...forms].filter(Boolean);
  };

  const wordsOf = (text) => text.normalize("NFKC").toLowerCase()
    .replace(/[’‘ʻʼ`´ʹʺ′ʿʾˈ＇]/gu, "'").replace(/[^\p{L}\p{N}\p{M}']+/gu, " ").trim().split(" ").filter(Boolean);

  // Whether a row with this search key holds a word beginning like each word of the text.
  return (text) => {
    const terms = wordsOf(text).map(variants);
    return (key) => terms.every((forms) => forms.some((form) => key.includes(` ${form}`)));
  };
}

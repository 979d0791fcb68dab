// Locates the value of a JSON pointer (RFC 6901) in a JSON text.

/** The start and end of the value, or of its innermost existing ancestor. */
export function placeOf(text, pointer) {
  const wanted = pointer.split('/').slice(1).map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
  let at = 0;
  let best = [0, text.length];

  const space = () => { while (/\s/.test(text[at] ?? '')) at++; };
  const string = () => {
    const start = at++;
    while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
    at++;
    return JSON.parse(text.slice(start, at));
  };

  const value = (path) => {
    space();
    const start = at;
    if (text[at] === '{' || text[at] === '[') {
      const object = text[at++] === '{';
      for (let index = 0; ; index++) {
        space();
        if (text[at] === '}' || text[at] === ']') break;
        let name = String(index);
        if (object) {
          name = string();
          space();
          at++;
        }
        value([...path, name]);
        space();
        if (text[at] === ',') at++;
      }
      at++;
    } else if (text[at] === '"') {
      string();
    } else {
      while (at < text.length && !/[\s,\]}]/.test(text[at])) at++;
    }
    const within = path.every((name, index) => name === wanted[index]);
    if (within && path.length > 0 && (best[2] ?? 0) < path.length) {
      best = [start, at, path.length];
    }
  };

  try {
    JSON.parse(text);
    value([]);
  } catch {
    return [0, text.length];
  }
  return best.slice(0, 2);
}

// The search page. The form works by itself: it asks for this page with ?q=… in its address, and this script answers.
// The index is pagefind's; it is loaded only when there is something to look for. No reader's words leave the browser.
(() => {
  const here = document.currentScript.src;
  const at = id => document.getElementById(id);
  const asked = new URLSearchParams(location.search);
  const words = (asked.get('q') ?? '').trim();
  const editions = [...at('search-edition').options].map(({ value }) => value).filter(value => value !== '');
  const [latest] = editions;
  const PAGE = 6;

  /** Says how it went, to eyes and to screen readers. */
  const say = text => {
    at('search-status').textContent = text;
  };

  /** Shows the lists that do without the search. */
  const doWithout = text => {
    say(text);
    at('search-without').dataset.shown = '';
  };

  /** An element with text or elements in it. */
  const make = (name, className, ...children) => {
    const element = document.createElement(name);
    if (className !== '') element.className = className;
    element.append(...children);
    return element;
  };

  const link = (url, text) => {
    const element = make('a', '', text);
    // Addresses come from the root of the site, and this page stands one folder beneath it.
    element.href = `..${url}`;
    return element;
  };

  /** An excerpt: text in which the words that were found are marked. */
  const excerpt = html => {
    const named = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&#x27;': "'", '&amp;': '&' };
    const plain = text => text.replaceAll(/&(?:lt|gt|quot|#39|#x27|amp);/g, name => named[name]);
    return html
      .split(/<mark>(.*?)<\/mark>/gs)
      .map((text, index) => (index % 2 === 1 ? make('mark', '', plain(text)) : plain(text)));
  };

  /** How well a section answers: by the words its heading holds, then by those beneath it. */
  const best = ({ title, weighted_locations: places }) => {
    const heading = title.toLowerCase();
    const named = words
      .toLowerCase()
      .split(/\s+/)
      .filter(word => heading.includes(word)).length;
    return named * 1e6 + Math.max(0, ...places.map(place => place.balanced_score));
  };

  /** One page that was found, with the sections in which the words stand. */
  const result = ({ url, meta, excerpt: own, sub_results: parts }) => {
    const old = meta.edition !== latest;
    const where = [meta.part === meta.title ? '' : `${meta.part}.`, old ? 'Not the latest edition.' : ''];
    const item = make(
      'li',
      'search__result',
      make('h2', 'search__title', link(url, `${meta.title}, ${meta.year}`)),
      make('p', 'search__where', where.filter(text => text !== '').join(' ')),
    );
    const sections = parts
      .filter(part => part.anchor !== undefined && part.url !== url)
      .toSorted((one, other) => best(other) - best(one))
      .slice(0, 4);
    if (sections.length === 0) item.append(make('p', 'search__excerpt', ...excerpt(own)));
    else {
      const listed = sections.map(part =>
        make('li', '', link(part.url, part.title), make('span', 'search__excerpt', ...excerpt(part.excerpt))),
      );
      item.append(make('ul', 'search__sections', ...listed));
    }
    return item;
  };

  /** Adds the next few results to the list, and leads a reader who asked for them to the first. */
  const show = async (waiting, byReader) => {
    const loaded = await Promise.all(waiting.splice(0, PAGE).map(found => found.data()));
    const items = loaded.map(result);
    at('search-results').append(...items);
    at('search-more').hidden = waiting.length === 0;
    if (byReader) items[0]?.querySelector('a')?.focus();
  };

  const search = async () => {
    const pagefind = await import(new URL('search/pagefind.js', here).href);
    await pagefind.options({ baseUrl: '/', noWorker: true, excerptLength: 24 });
    const within = editions.includes(asked.get('edition')) ? [asked.get('edition')] : editions;
    const [{ results }, pages] = await Promise.all([
      pagefind.search(words),
      fetch(new URL('search/editions.json', here)).then(answer => answer.json()),
    ]);
    const waiting = within.flatMap(edition => results.filter(({ id }) => pages[edition]?.includes(id)));
    const count = waiting.length;
    await show(waiting, false);
    at('search-more').addEventListener('click', () => show(waiting, true));
    document.title = `${words} - ${document.title}`;
    if (count === 0)
      doWithout(`Nothing was found for “${words}”. Another word, or a shorter one, may do better.`);
    else {
      const order = within.length > 1 ? ', those of the latest edition first' : '';
      say(`${count} ${count === 1 ? 'page was' : 'pages were'} found for “${words}”${order}.`);
    }
  };

  at('search-words').value = words;
  at('search-edition').value = editions.includes(asked.get('edition')) ? asked.get('edition') : '';
  if (location.protocol === 'file:') doWithout('The search does not work in pages opened from a folder.');
  else if (words !== '') search().catch(() => doWithout('The search could not be loaded.'));
})();

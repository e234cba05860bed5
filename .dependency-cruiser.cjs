/**
 * Who may import whom. Every rule also holds for tests, but for those marked «tests may»: they put real rooms together.
 * @type {import('dependency-cruiser').IConfiguration}
 */
const tests = '(\\.test|/fixtures?)\\.tsx?$';
const KEYMAP = '^renderer/keys/keymap\\.ts$';
const ROOMS = 'app|electron|native|printing|renderer|e2e|tools';

/** Forbids the rooms in `from` to import from the project anything but what `may` matches. */
const only = (name, comment, from, may, exempt = []) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: exempt },
  to: { path: `^(${ROOMS})/`, pathNot: may },
});

const never = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    only(
      'domain-alone',
      'The domain is pure: it knows nothing but itself. Tests may.',
      '^app/domain/',
      '^app/domain/',
      tests,
    ),
    never(
      'domain-without-packages',
      'The domain needs no package and no Node: it runs in main, in the renderer and in a script alike. Tests may. Which numbers are phones the world decides: docs/adr/0010-phones.md.',
      { path: '^app/domain/', pathNot: tests },
      { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'core'], pathNot: 'libphonenumber-js' },
    ),
    only(
      'contract-on-domain',
      'What the renderer may see is made of domain words.',
      '^app/contract/',
      '^app/(contract|domain|schema)/',
    ),
    only(
      'schema-on-domain',
      'Schemas of the domain’s values are shared by every border; they know nothing of any.',
      '^app/schema/',
      '^app/(schema|domain)/',
    ),
    only(
      'sale-by-ports',
      'The sale reaches journal, services and printer through its ports alone. Tests may.',
      '^app/sale/',
      '^app/(sale|domain|contract)/',
      tests,
    ),
    only('app-is-a-core', 'The core would be the same in another shell.', '^app/', '^app/'),
    never(
      'app-without-shell',
      'The core runs without Electron and without React.',
      { path: '^app/' },
      { path: '^(node_modules/(electron|react|react-dom)/|(electron|react)$)' },
    ),
    never(
      'gateways-apart',
      'A gateway can be deleted with its folder: it knows no other, but for what all share in http/.',
      { path: '^app/gateways/([^/]+)/' },
      { path: '^app/gateways/', pathNot: '^app/gateways/($1|http)/' },
    ),
    never(
      'gateways-only-speak',
      'A gateway turns calls into requests and answers into domain words; it stores and shows nothing. Tests may.',
      { path: '^app/gateways/', pathNot: tests },
      { path: '^app/(journal|catalogue|contract|training)/' },
    ),
    never(
      'emulators-from-documents',
      'Emulators are written from the services’ documents: made from the client, they would repeat its mistakes. Tests may.',
      { path: '^app/training/', pathNot: tests },
      { path: '^app/gateways/' },
    ),
    never(
      'journal-only-stores',
      'The journal stores what it is given; it asks no service. Tests may.',
      { path: '^app/journal/', pathNot: tests },
      { path: '^app/(gateways|contract|training)/' },
    ),
    only(
      'native-on-app',
      'Devices know the core, not the shell nor the printer. Tests may.',
      '^native/',
      '^(native|app)/',
      tests,
    ),
    only(
      'printing-on-app',
      'Printing knows the core, not the shell nor the scanner. Tests may.',
      '^printing/',
      '^(printing|app)/',
      tests,
    ),
    never(
      'shell-by-nobody',
      'The shell puts the rooms together; none of them knows it.',
      { pathNot: '^electron/' },
      { path: '^electron/' },
    ),
    never(
      'screens-by-nobody',
      'Screens are reached through the contract alone; what keys there are may be read, so that guides and tests are held to it.',
      { pathNot: '^renderer/' },
      { path: '^renderer/', pathNot: KEYMAP },
    ),
    only(
      'renderer-by-contract',
      'Screens know only what the contract shows them.',
      '^renderer/',
      '^(renderer|app/(contract|domain))/',
    ),
    never(
      'screens-apart',
      'Each place can be read and deleted by itself: what two of them need stands in frame/ or above it, and screens/ puts them together.',
      { path: '^renderer/screens/([^/]+)/' },
      { path: '^renderer/screens/', pathNot: '^renderer/screens/$1/' },
    ),
    never(
      'frame-around-any-screen',
      'The frame stands around every place and the parts are used in any: they know none of them.',
      { path: '^renderer/(frame|components)/' },
      { path: '^renderer/screens/' },
    ),
    never(
      'renderer-without-node',
      'The renderer is sandboxed: it has no Node. Tests may.',
      { path: '^renderer/', pathNot: tests },
      { dependencyTypes: ['core'] },
    ),
    never(
      'renderer-without-electron',
      'The renderer is sandboxed: it has no Electron, only what the preload script hands it.',
      { path: '^renderer/' },
      { path: '^(node_modules/electron/|electron$)' },
    ),
    only(
      'program-from-outside',
      'End-to-end tests and tools drive the program as people do. One bench times printing by itself, the virtual machine runs drivers.',
      '^(e2e|tools)/',
      `^(app|e2e|tools)/|${KEYMAP}`,
      '^(tools/bench/slip-bytes\\.ts$|e2e/(usb-vm|windows)/guest/)',
    ),
    never('no-circles', 'Two modules that need each other are one.', {}, { circular: true }),
    never(
      'no-orphans',
      'Code that nobody reaches is dead.',
      {
        orphan: true,
        pathNot: [tests, '\\.d\\.ts$', '^tools/.*\\.[cm]?js$', '^e2e/.*\\.spec\\.ts$'],
      },
      {},
    ),
    never('resolvable', 'An import that leads nowhere.', {}, { couldNotResolve: true }),
  ],
  options: {
    // TypeScript 7 has no API for other programs yet.
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
    exclude: { path: '^(dist|release|out)/' },
  },
};

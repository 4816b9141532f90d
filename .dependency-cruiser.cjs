/** The walls of the house (docs/ARCHITECTURE.md): imports flow one way, and each layer reaches the outside through one door. */

/** The contexts, from the ground up; `home` puts their parts together on the first screens and stands in src alone. */
const contexts = ['people', 'life', 'service', 'care', 'help', 'voice', 'means', 'assessment', 'figures', 'departures', 'upkeep', 'home']
const rooms = '(core|cloudfunctions/features|src/features)'

/** A context imports only contexts below it, and only what their `public.ts` offers; `core/shared` knows none of them. */
const contextWalls = [
  ...contexts.map((context, level) => ({
    name: `nothing-above-${context}`,
    comment: 'what a context needs of a higher one it announces; the higher one registers (cloudfunctions/house.ts)',
    severity: 'error',
    from: { path: `^${rooms}/${context}/` },
    to: { path: `^${rooms}/(${[...contexts.slice(level + 1), 'none'].join('|')})/` },
  })),
  ...contexts.map(context => ({
    name: `${context}-by-its-public-door`,
    severity: 'error',
    // The first screens of `home` are put together of parts, as pages are; its guard is not.
    from: { path: `^${rooms}/(${contexts.filter(one => one !== context).join('|')})/`, pathNot: '^src/features/home/[^/]+$' },
    to: { path: `^${rooms}/${context}/`, pathNot: `^${rooms}/${context}/public[.]ts$` },
  })),
  { name: 'shared-knows-no-context', severity: 'error', from: { path: '^core/shared/' }, to: { path: `^core/(${contexts.join('|')})/` } },
]

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    {
      name: 'core-stands-alone',
      comment: 'core is pure: zod, dayjs, chinese-days, pinyin-pro and itself',
      severity: 'error',
      from: { path: '^core/' },
      to: { pathNot: ['^core/', 'node_modules/(zod|dayjs|chinese-days|pinyin-pro)/'] },
    },
    {
      name: 'src-knows-core-only',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(cloudfunctions|localcloud|config|delivery|migrations|test)/' },
    },
    {
      name: 'contracts-are-types-in-src',
      comment: 'zod would cost the mini-program 92 KB',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^core/.*contract', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-dictionary-in-src',
      comment: 'pinyin would cost the mini-program 460 KB; what it says is stored with the member',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^core/people/(names/reading|finding/found-by)' },
    },
    {
      name: 'subpackages-bring-their-words',
      comment: 'a page of a subpackage is guarded by inRoom, which brings the words of its refusals; the main package does without them',
      severity: 'error',
      from: { path: '^src/(secretary|branch|service|care|voice|means|assessment|bureau)/' },
      to: { path: '^src/features/home/guard/guarded[.]ts$' },
    },
    {
      name: 'main-does-without-further-words',
      severity: 'error',
      from: { pathNot: '^src/((secretary|branch|service|care|voice|means|assessment|bureau)|features/home/guard/rooms)/' },
      to: { path: '^src/features/home/guard/inRoom[.]ts$' },
    },
    {
      name: 'words-of-a-room-by-its-table-of-readers',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(features/home/guard/rooms|words/rooms)/' },
      to: { path: '^src/words/(rooms|shared)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'functions-know-core-only',
      severity: 'error',
      from: { path: '^cloudfunctions/' },
      to: { path: '^(src|localcloud|config|delivery|migrations|test)/' },
    },
    {
      name: 'localcloud-knows-nothing-of-the-product',
      severity: 'error',
      from: { path: '^localcloud/' },
      to: { path: '^(core|src|cloudfunctions|config|delivery|migrations|test)/' },
    },
    {
      name: 'migrations-know-core-only',
      comment: 'a migration stands as it was when it first ran: it takes nothing that changes with the functions',
      severity: 'error',
      from: { path: '^migrations/' },
      to: { path: '^(src|cloudfunctions|localcloud|config|delivery|test)/' },
    },
    {
      name: 'delivery-knows-no-screen',
      comment: 'what a technician runs against an environment, the local one too; how it is built and started is config',
      severity: 'error',
      from: { path: '^delivery/' },
      to: { path: '^(src|test|localcloud)/' },
    },
    ...contextWalls,
    {
      name: 'components-know-no-capability',
      severity: 'error',
      from: { path: '^src/(components|platform)/' },
      to: { path: '^src/(features|pages|secretary|branch|service|care|voice|means|assessment|bureau)/' },
    },
    {
      name: 'components-know-no-field',
      comment:
        'what belongs to a capability stands in src/features; of the core they know what all contexts share, of operations the types',
      severity: 'error',
      from: { path: '^src/(components|platform|words|theme)/' },
      to: { path: `^core/(${contexts.join('|')})/` },
    },
    {
      name: 'components-know-no-field-of-the-shared',
      severity: 'error',
      from: { path: '^src/components/' },
      to: { path: '^core/shared/', pathNot: '^core/shared/(calendar|routes/index|spans)[.]ts$' },
    },
    {
      name: 'components-ask-nothing',
      comment: 'what a control shows it is given',
      severity: 'error',
      from: { path: '^src/components/' },
      to: { path: '^src/platform/query', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'sdk-only-in-wx',
      severity: 'error',
      from: { path: '^cloudfunctions/', pathNot: '^cloudfunctions/wx/' },
      to: { path: 'node_modules/wx-server-sdk' },
    },
    {
      name: 'adapters-never-call-use-cases',
      severity: 'error',
      from: { path: '^cloudfunctions/wx/' },
      to: { path: '^cloudfunctions/(features|api|timer)' },
    },
    {
      name: 'kernel-knows-no-use-case',
      severity: 'error',
      from: { path: '^cloudfunctions/kernel/' },
      to: { path: '^cloudfunctions/(features|api|timer|house|wx)' },
    },
    {
      name: 'use-cases-know-no-adapter',
      severity: 'error',
      from: { path: '^cloudfunctions/features/' },
      to: { path: '^cloudfunctions/(wx|api|timer|house)' },
    },
    // What grows is measured by the inputs of the stories, of every operation; how soon a page shows, by opening what the stories open.
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: '^(test/|bench/(growth|districts|skeleton)\\.ts$)' },
      to: { path: '^test/' },
    },
    { name: 'everything-resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.scss', '.svg'],
      mainFields: ['module', 'main', 'types'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}

// Import rules as a whitelist: what is not allowed here is an error. `may(from, to…)` reads "files of from may import files of to".
const domain = 'packages/obligations/src';
const api = 'apps/api/src';
const admin = 'apps/admin/src';
const tests = '\\.test\\.tsx?$';

const may = (from, ...to) => ({ from: { path: `^${from}` }, to: { path: to.map((path) => `^${path}`) } });
const only = (name, comment, module, ...from) => ({
  name,
  comment,
  severity: 'error',
  from: { pathNot: [...from.map((path) => `^${path}`), tests, `^${api}/testing/`, '^(infra|bench|e2e|scripts)/'] },
  to: { path: module },
});
/** Folders of the domain and the folders each may use besides itself. */
const layers = {
  calendar: [],
  text: ['calendar'],
  licence: ['calendar', 'text'],
  rulebook: ['calendar', 'text'],
  // Clocks cite the register of laws and take their limits from due rules, so that a number stands in one place only.
  workflow: ['calendar', 'text', 'rulebook', 'applicability'],
  document: ['calendar', 'text', 'licence', 'rulebook'],
  applicability: ['calendar', 'text', 'licence', 'rulebook'],
  reminders: ['calendar', 'text', 'rulebook'],
  'item-work': ['calendar', 'text', 'rulebook'],
  schedule: ['calendar', 'text', 'licence', 'rulebook', 'workflow', 'applicability'],
  staffing: ['calendar', 'text', 'licence', 'rulebook', 'workflow', 'applicability'],
};

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'domain-is-pure',
      comment: 'The domain runs in the browser and in Node alike: no module of Node, no library but zod.',
      severity: 'error',
      from: { path: `^${domain}`, pathNot: [`^${domain}/(cli|testing)/`, tests] },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer'], pathNot: 'node_modules/zod/' },
    },
    only(
      'lucia-in-one-file',
      'Upstream has frozen it; it must be easy to replace.',
      '/lucia/',
      `${api}/auth/session\\.ts`,
    ),
    only(
      'database-driver-in-db',
      'Everything else gets a transaction.',
      '/(pg|pg-pool|drizzle-orm/node-postgres)/',
      `${api}/db/`,
    ),
    only(
      'job-queue-in-jobs',
      'Features write to the outbox instead.',
      '/pg-boss/',
      `${api}/(jobs|db)/`,
      `${api}/worker\\.ts`,
    ),
    only('mail-library-in-mail', 'Everything else leaves mails for the worker.', '/nodemailer/', `${api}/mail/`),
    only(
      'transports-in-adapters',
      'Use cases know neither tRPC nor HTTP.',
      'node_modules/.*/(@trpc/server|hono|@hono/[^/]+)/',
      `${api}/(trpc|rest|http)/`,
      `${api}/features/[^/]+/(router|routes)\\.ts`,
      `${api}/(app|server)\\.ts`,
      `${admin}/`,
    ),
    {
      name: 'no-foreign-page',
      comment: 'What two pages share belongs in components/.',
      severity: 'error',
      from: { path: `^${admin}/pages/([^/]+)` },
      to: { path: `^${admin}/pages/`, pathNot: `^${admin}/pages/$1` },
    },
    {
      name: 'types-of-the-api-only',
      comment: 'The admin app must not carry server code.',
      severity: 'error',
      from: { path: `^${admin}/` },
      to: { path: `^${api}/`, dependencyTypesNot: ['type-only'] },
    },
  ],
  allowedSeverity: 'error',
  allowed: [
    { from: {}, to: { dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer'] } },
    may(`(packages|apps)/.*${tests}`, 'packages/', 'apps/', 'infra/'),

    ...Object.entries(layers).map(([layer, used]) =>
      may(`${domain}/${layer}/`, `${domain}/(${[layer, ...used].join('|')})/`),
    ),
    may(`${domain}/(index\\.ts|cli/|testing/)`, `${domain}/`),
    may('packages/obligations/scripts/', `${domain}/`, 'packages/obligations/scripts/', 'docs/'),

    may(`${api}/`, `${domain}/index\\.ts`, `${api}/(errors|logger|env|clock|parse-input)\\.ts`),
    may(
      `${api}/(context|services|logger)\\.ts`,
      `${api}/(context|services)\\.ts`,
      `${api}/(auth|db|outbound|robots)/`,
      `${api}/jobs/enqueue\\.ts`,
    ),
    may(`${api}/(auth|features|jobs|trpc|rest|http)/`, `${api}/(context|services)\\.ts`),
    may(`${api}/db/`, `${api}/db/`),
    may(`${api}/mail/`, `${api}/(mail|db)/`),
    may(`${api}/outbound/`, `${api}/outbound/`),
    may(`${api}/robots/`, `${api}/(robots|outbound)/`),
    may(`${api}/(features|jobs)/`, `${api}/(robots|outbound)/`),
    may(`${api}/(auth|features|jobs)/`, `${api}/mail/`),
    may(`${api}/auth/`, `${api}/(auth|db)/`, `${api}/jobs/enqueue\\.ts`),
    may(`${api}/features/`, `${api}/(auth|db)/`, `${api}/jobs/enqueue\\.ts`),
    { from: { path: `^${api}/features/([^/]+)/` }, to: { path: `^${api}/features/$1/` } },
    {
      from: { path: `^${api}/features/` },
      to: { path: `^${api}/features/`, pathNot: `^${api}/features/[^/]+/(router|routes)\\.ts$` },
    },
    may(`${api}/features/[^/]+/router\\.ts`, `${api}/trpc/(init|procedures)\\.ts`),
    may(`${api}/features/[^/]+/routes\\.ts`, `${api}/rest/`),
    may(`${api}/(trpc|rest|http|jobs)/`, `${api}/(trpc|rest|http|jobs|auth|db|features)/`),
    may(`${api}/(demo|testing)/`, `${api}/`),
    may(`${api}/(app|server|worker)\\.ts`, `${api}/`),
    may('apps/api/scripts/', `${api}/`),

    may(`${admin}/`, `${admin}/(components|ui|i18n)/`, `${admin}/[^/]+\\.tsx?$`, `${domain}/index\\.ts`, `${api}/`),
    may(`${admin}/pages/`, `${admin}/pages/`),
    may(`${admin}/(main|router)[^/]*`, `${admin}/pages/`),
    may(`${admin}/.*`, '.*\\.(css|svg|png)$'),

    may('infra/', 'infra/', `${api}/(db/migrate|auth/setup-token|auth/sealing|auth/operators|demo/seed)\\.ts`),
    may('(bench|e2e|scripts)/', '(bench|e2e|scripts|infra)/', `${domain}/`, `${api}/`),
    may('[^/]+$', 'infra/'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.data)/' },
    tsPreCompilationDeps: true,
    detectProcessBuiltinModuleCalls: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
};

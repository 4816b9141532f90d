const transform = {
  '^.+\\.tsx?$|blindrsa-ts/.+\\.js$': [
    '@swc/jest',
    { jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true } }, module: { type: 'commonjs' } },
  ],
}
const project = (name, more = {}) => ({
  displayName: name,
  testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
  testEnvironment: 'node',
  // The built functions bear the names of their sources.
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  transform,
  // The oracle of blind signatures comes as modules alone.
  transformIgnorePatterns: ['/node_modules/(?!@cloudflare/blindrsa-ts/)'],
  // Every file of tests loads zod afresh; three quarters of that were its messages in fifty languages, of which zod itself uses the English ones.
  moduleNameMapper: { '^\\.\\./locales/index\\.cjs$': '<rootDir>/node_modules/zod/v4/locales/en.cjs' },
  ...more,
})

const onCloud = {
  globalSetup: '<rootDir>/test/features/support/clouds.ts',
  globalTeardown: '<rootDir>/test/features/support/clouds-end.ts',
}

/** One jest project for each kind of test (docs/ARCHITECTURE.md, "Tests"). */
module.exports = {
  testTimeout: 60_000,
  testSequencer: '<rootDir>/config/test-order.cjs',
  projects: [
    project('core'),
    project('localcloud'),
    project('features', onCloud),
    project('weapp'),
    project('e2e', onCloud),
    project('delivery', onCloud),
  ],
}

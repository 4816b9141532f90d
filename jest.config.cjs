const transform = {
  '^.+\\.tsx?$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true } }, module: { type: 'commonjs' } }],
}
const project = (name, more = {}) => ({
  displayName: name,
  testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
  testEnvironment: 'node',
  // The built functions bear the names of their sources.
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  transform,
  ...more,
})

const onCloud = {
  globalSetup: '<rootDir>/test/features/support/clouds.ts',
  globalTeardown: '<rootDir>/test/features/support/clouds-end.ts',
}

/** One jest project for each kind of test (docs/ARCHITECTURE.md, "Tests"). */
module.exports = {
  testTimeout: 60_000,
  projects: [
    project('core'),
    project('localcloud'),
    project('features', onCloud),
    project('weapp'),
    project('e2e', onCloud),
    project('delivery', onCloud),
  ],
}

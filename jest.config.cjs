const { compiled, options } = require('./config/stories/transform.cjs')

const transform = { [compiled.source]: ['@swc/jest', options] }
const project = (name, more = {}) => ({
  displayName: name,
  testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
  // Files share what they load; see there.
  testEnvironment: '<rootDir>/config/stories/environment.cjs',
  testRunner: '<rootDir>/config/stories/runner.cjs',
  // The built functions bear the names of their sources.
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  transform,
  // The oracle of blind signatures comes as modules alone.
  transformIgnorePatterns: ['/node_modules/(?!@cloudflare/blindrsa-ts/)'],
  // A file with a world of its own loads zod afresh; three quarters of that were its messages in fifty languages, of which zod itself uses the English ones.
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
  testSequencer: '<rootDir>/config/stories/order.cjs',
  projects: [
    project('core'),
    project('localcloud'),
    project('features', onCloud),
    project('weapp'),
    project('e2e', onCloud),
    project('delivery', onCloud),
  ],
}

/** How long files of a project take, by their kind: those that drive a browser wait most and are begun first, so that the rest fills their waits. */
const PROJECTS = ['e2e', 'delivery', 'features', 'localcloud', 'weapp', 'core']
/** Longer than all others, however short the file: begun last, each would keep the run waiting alone. */
const LONGEST = ['e2e/axe', 'features/help/requests-race', 'features/service/posts-race', 'localcloud/desk', 'features/rights']

const rankOf = ({ path, context }) => {
  const long = LONGEST.findIndex(name => path.includes(`/test/${name}`))
  return long >= 0 ? long : LONGEST.length + PROJECTS.indexOf(context.config.displayName.name)
}

/** The order of the files of tests, the same on a fresh clone as after many runs: what takes long begins early. */
module.exports = class {
  sort(tests) {
    return [...tests].sort((one, other) => rankOf(one) - rankOf(other) || (one.path < other.path ? -1 : 1))
  }

  cacheResults() {
    // Nothing is remembered of this run.
  }
}

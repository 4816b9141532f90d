import { ROOMS, routes } from '../core/shared/routes'
import { colours } from './theme/colours'

const inRoom = (room: string): string[] =>
  Object.values(routes)
    .map(({ path }) => path)
    .filter(path => path.startsWith(`${room}/`))

/** Every route there is. Pages are thin; what they show is in `src/features`. */
export default defineAppConfig({
  pages: inRoom('pages').filter(path => process.env.TARO_ENV === 'h5' || path !== routes.gallery.path),
  subPackages: ROOMS.filter(room => room !== 'pages').map(root => ({
    root,
    pages: inRoom(root).map(path => path.slice(root.length + 1)),
  })),
  // One rule for all who see a page, so that of the tabs it is what members press next: who looks at the pictures of 求助 will press one, and its
  // page is fetched by then. From what a secretary opens first she goes on to her branch's tools and to the pairings; from a board to the branches.
  preloadRule: {
    [routes.home.path]: { network: 'all', packages: ['service'] },
    [routes.help.path]: { network: 'all', packages: ['service'] },
    [routes.mine.path]: { network: 'all', packages: ['service', 'branch'] },
    [routes.elders.path]: { network: 'all', packages: ['care'] },
    ...Object.fromEntries(
      [routes.desk, routes.roster, routes.publish, routes.manage].map(({ path }) => [
        path,
        { network: 'all', packages: ['branch', 'care'] },
      ]),
    ),
    [routes.overview.path]: { network: 'all', packages: ['branch'] },
  },
  window: {
    backgroundColor: colours.paper,
    backgroundTextStyle: 'dark',
    navigationBarBackgroundColor: colours.paper,
    navigationBarTextStyle: 'black',
    navigationBarTitleText: '常青365',
  },
  // Drawn by `components/TabBar`: WeChat's own bar has words of 10 points, too small for an elder.
  tabBar: {
    custom: true,
    color: colours.soft,
    selectedColor: colours.ink,
    backgroundColor: colours.card,
    list: [
      { pagePath: routes.home.path, text: '首页' },
      { pagePath: routes.activities.path, text: '活动' },
      { pagePath: routes.help.path, text: '求助' },
      { pagePath: routes.mine.path, text: '我的' },
    ],
  },
  ...(process.env.SPEECH_PLUGIN === ''
    ? {}
    : { plugins: { WechatSI: { version: process.env.SPEECH_PLUGIN, provider: 'wx069ba97219f66d99' } } }),
  animation: false,
  // On a PC and on pads the window may be as wide as a desk's.
  resizable: true,
  lazyCodeLoading: 'requiredComponents',
  // A lecture goes on while the screen sleeps.
  requiredBackgroundModes: ['audio'],
  requiredPrivateInfos: ['getLocation', 'chooseLocation'],
  permission: { 'scope.userLocation': { desc: '用来签到、让帮忙的人找到您，只在您按的时候用一次' } },
})

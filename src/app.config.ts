/** Every route there is. Pages are thin; what they show is in `src/features`. */
export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/activities/index',
    'pages/help/index',
    'pages/mine/index',
    'pages/activity/index',
    'pages/signin/index',
    'pages/inbox/index',
    'pages/data/index',
    'pages/family/index',
    'pages/bind/index',
    'pages/privacy/index',
    'pages/kiosk/index',
  ],
  subPackages: [],
  window: {
    backgroundColor: '#FAF6F0',
    backgroundTextStyle: 'dark',
    navigationBarBackgroundColor: '#FAF6F0',
    navigationBarTextStyle: 'black',
    navigationBarTitleText: '常青365',
  },
  // Drawn by `components/TabBar`: WeChat's own bar has words of 10 points, too small for an elder.
  tabBar: {
    custom: true,
    color: '#574B44',
    selectedColor: '#B8141A',
    backgroundColor: '#FFFFFF',
    list: [
      { pagePath: 'pages/home/index', text: '首页' },
      { pagePath: 'pages/activities/index', text: '活动' },
      { pagePath: 'pages/help/index', text: '求助' },
      { pagePath: 'pages/mine/index', text: '我的' },
    ],
  },
  animation: false,
  lazyCodeLoading: 'requiredComponents',
  requiredPrivateInfos: ['getLocation', 'chooseLocation'],
  permission: { 'scope.userLocation': { desc: '用来确认您已到活动现场，只在您按“我到了”时用一次' } },
})

export default definePageConfig({ navigationBarTitleText: '节日走访' })

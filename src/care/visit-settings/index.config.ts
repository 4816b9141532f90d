export default definePageConfig({ navigationBarTitleText: '怎么走访' })

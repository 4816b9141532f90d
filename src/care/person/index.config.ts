export default definePageConfig({ navigationBarTitleText: '联系老人' })

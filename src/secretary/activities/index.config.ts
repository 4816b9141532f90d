export default definePageConfig({ navigationBarTitleText: '所有活动' })

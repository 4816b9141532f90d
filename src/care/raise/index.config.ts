export default definePageConfig({ navigationBarTitleText: '安排看望' })

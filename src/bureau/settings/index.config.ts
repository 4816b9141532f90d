export default definePageConfig({ navigationBarTitleText: '找人的时间' })

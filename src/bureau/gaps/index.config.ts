export default definePageConfig({ navigationBarTitleText: '没有结对的老同志' })

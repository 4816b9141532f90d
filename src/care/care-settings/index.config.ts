export default definePageConfig({ navigationBarTitleText: '多久联系一次' })

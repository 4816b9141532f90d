export default definePageConfig({ navigationBarTitleText: '发岗位' })

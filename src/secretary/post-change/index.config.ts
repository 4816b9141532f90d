export default definePageConfig({ navigationBarTitleText: '改岗位' })

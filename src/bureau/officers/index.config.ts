export default definePageConfig({ navigationBarTitleText: '各级负责人' })

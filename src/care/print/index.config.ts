export default definePageConfig({ navigationBarTitleText: '打印服务卡' })

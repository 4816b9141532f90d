export default definePageConfig({ navigationBarTitleText: '特殊关怀' })

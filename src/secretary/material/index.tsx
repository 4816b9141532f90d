import { guarded } from '../../features/home/guard/rooms/secretary'
import { Material } from '../../features/life/materials/Material'

definePageConfig({ navigationBarTitleText: '一样材料' })

/** One material (`materialId`): what is left, who has it. */
export default guarded('material', ({ id }) => <Material materialId={id} />)

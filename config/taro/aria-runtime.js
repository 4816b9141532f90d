import { mergeInternalComponents } from '@tarojs/shared'
import spoken from './aria.json'

// The phone numbers attributes as the templates do, so both must know the same ones in the same order.
mergeInternalComponents(spoken)

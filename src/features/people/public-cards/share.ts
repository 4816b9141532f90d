import { requestKindWords } from '../../../../core/shared/request-kinds'
import { routes } from '../../../../core/shared/routes'
import { sharePicture } from '../../../components/sharePicture'
import type { ShareCard } from '../../../platform/share'
import type { Content } from './Shown'

/** A public card as it stands in a chat: nothing but what its member chose. */
export const shareOf = ({ name, branchName, helps, words }: Content, code: string): ShareCard => ({
  title: `${name}：我是党员，我能帮忙`,
  route: routes.publicCard({ code }),
  picture: sharePicture({
    over: `共产党员 · ${branchName}`,
    title: name,
    block: '党员',
    lines: [helps.length > 0 ? `我能帮：${helps.map(kind => requestKindWords[kind]).join('、')}` : '', words].filter(Boolean),
    large: '要帮忙，点开找我',
  }),
})

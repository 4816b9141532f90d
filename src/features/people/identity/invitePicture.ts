import { sharePicture } from '../../../components/sharePicture'

/** The picture of an invitation: who is asked to what, and that one press is all. */
export const invitePicture = (over: string, title: string, large = '点开，一按就绑定') =>
  sharePicture({ over, title, block: '邀请', lines: ['以后在微信里看通知、报名、签到', '要帮忙，一按就有人来'], large })

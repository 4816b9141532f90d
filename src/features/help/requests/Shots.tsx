import { View } from '@tarojs/components'
import { spoken } from '../../../components/spoken'
import { Stored } from '../../../components/Stored'
import { shownFile } from '../../../platform/files'
import { showPhoto } from '../../../platform/photos'
import '../../../components/Photos.css'

/** Photos to look at, two to a row; a press shows one as large as the phone. */
export const Shots = ({ fileIds }: { fileIds: readonly string[] }) =>
  fileIds.length === 0 ? null : (
    <View className="photos">
      {fileIds.map((fileId, index) => (
        <View
          key={fileId}
          className="photo"
          onClick={() => showPhoto(fileIds.map(shownFile), index)}
          {...spoken('button', { label: `看第 ${index + 1} 张照片` })}
        >
          <Stored className="photo-image" fileId={fileId} points={200} mode="aspectFill" />
        </View>
      ))}
    </View>
  )

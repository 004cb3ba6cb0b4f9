import { Icon } from '../icon.tsx'
import { useWords } from '../locale.tsx'
import { described, Field, type FieldProps } from './field.tsx'

type FileFieldProps = FieldProps & { accept?: string; multiple?: boolean }

/** A plain file input made large enough to drop on; browsers take a dropped file without script. */
export const FileField = (props: FileFieldProps) => (
  <Field {...props}>
    <div class="file-drop">
      <span class="file-words" aria-hidden="true">
        <Icon name="upload" size={24} />
        {useWords().dropFile}
      </span>
      <input type="file" accept={props.accept} multiple={props.multiple} {...described(props)} />
    </div>
  </Field>
)

import type AntdAutoComplete from 'antd/es/auto-complete';
import type AntdDrawer from 'antd/es/drawer';
import type AntdInput from 'antd/es/input';
import type AntdInputNumber from 'antd/es/input-number';
import type AntdMentions from 'antd/es/mentions';
import type AntdModal from 'antd/es/modal';
import type AntdSelect from 'antd/es/select';
import { lateDialog } from './lateDialog';
import { lateField } from './lateField';

const inputs = () => import('antd/es/input');

/** antd's heavier parts, named and used as antd's own, for pages that most people open without using a form. */
export const Select = lateField(() => import('antd/es/select'), { opens: true }) as unknown as typeof AntdSelect;
export const Input = lateField(inputs) as unknown as typeof AntdInput;
export const TextArea = lateField(async () => ({
  default: (await inputs()).default.TextArea,
})) as unknown as typeof AntdInput.TextArea;
export const Search = lateField(async () => ({
  default: (await inputs()).default.Search,
})) as unknown as typeof AntdInput.Search;
export const InputNumber = lateField(() => import('antd/es/input-number')) as unknown as typeof AntdInputNumber;
export const Mentions = lateField(() => import('antd/es/mentions')) as unknown as typeof AntdMentions;
export const AutoComplete = lateField(() => import('antd/es/auto-complete')) as unknown as typeof AntdAutoComplete;
export const Modal = lateDialog(() => import('antd/es/modal')) as unknown as typeof AntdModal;
export const Drawer = lateDialog(() => import('antd/es/drawer')) as unknown as typeof AntdDrawer;
export { Popconfirm } from './latePopconfirm';

import type { DrawerProps } from 'antd/es/drawer';
import type { InputProps, InputRef } from 'antd/es/input';
import type { SearchProps } from 'antd/es/input/Search';
import type { TextAreaProps } from 'antd/es/input/TextArea';
import type { MentionProps } from 'antd/es/mentions';
import type { ModalProps } from 'antd/es/modal';
import type { ComponentType, RefAttributes } from 'react';
import { lateDialog } from './lateDialog';
import { lateField } from './lateField';

const inputs = () => import('antd/es/input');

/**
 * antd's heavier parts, named and used as antd's own, for pages that most people open without using a form. They are
 * typed by their props: what antd hangs on them, such as Input.TextArea, is not there.
 */
export const Select = lateField(() => import('antd/es/select'), { opens: true });
export const InputNumber = lateField(() => import('antd/es/input-number'));
export const AutoComplete = lateField(() => import('antd/es/auto-complete'));
export const Input: ComponentType<InputProps & RefAttributes<InputRef>> = lateField(inputs);
export const TextArea: ComponentType<TextAreaProps> = lateField(async () => ({
  default: (await inputs()).default.TextArea,
}));
export const Search: ComponentType<SearchProps> = lateField(async () => ({ default: (await inputs()).default.Search }));
export const Mentions: ComponentType<MentionProps> = lateField(() => import('antd/es/mentions'));
export const Modal: ComponentType<ModalProps> = lateDialog(() => import('antd/es/modal'));
export const Drawer: ComponentType<DrawerProps> = lateDialog(() => import('antd/es/drawer'));
export { Popconfirm } from './latePopconfirm';

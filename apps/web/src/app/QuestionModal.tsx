import Modal from 'antd/es/modal';
import type { Asked } from './question';

/** Asks before something that can't be taken back, or has something read. */
export default function QuestionModal({ title, content, okText, cancelText, danger, answer }: Asked) {
  return (
    <Modal
      open
      title={title}
      okText={okText}
      cancelText={cancelText}
      okButtonProps={{ danger }}
      cancelButtonProps={{ hidden: cancelText === undefined }}
      closable={cancelText !== undefined}
      onOk={() => answer(true)}
      onCancel={() => answer(false)}
      width={480}
    >
      {content}
    </Modal>
  );
}

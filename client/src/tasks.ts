import { type Disposable, l10n, ProcessExecution, Task, TaskGroup, TaskScope, tasks, type WorkspaceFolder, workspace } from 'vscode';

interface Definition {
  readonly type: 'blue-pencil';
  readonly paths?: readonly string[];
  readonly fix?: boolean;
}

/** "blue-pencil: check" for each folder: the command line that came with the extension, its findings read into the Problems panel. */
export function provideTasks(cli: string): Disposable {
  const make = (definition: Definition, scope: WorkspaceFolder | TaskScope.Workspace): Task => {
    const args = [cli, 'check', '--format', 'unix', ...(definition.fix ? ['--fix'] : []), ...(definition.paths ?? ['.'])];
    const cwd = typeof scope === 'object' ? { cwd: scope.uri.fsPath } : {};
    // the editor's own executable is Node where it is told to be
    const run = new ProcessExecution(process.execPath, args, { ...cwd, env: { ELECTRON_RUN_AS_NODE: '1' } });
    const task = new Task(
      { ...definition },
      scope,
      definition.fix ? l10n.t('check and fix all drafts') : l10n.t('check all drafts'),
      'Blue Pencil',
      run,
      ['$blue-pencil'],
    );
    task.group = TaskGroup.Build;
    return task;
  };
  return tasks.registerTaskProvider('blue-pencil', {
    provideTasks: () =>
      (workspace.workspaceFolders ?? []).filter((f) => f.uri.scheme === 'file').map((f) => make({ type: 'blue-pencil' }, f)),
    resolveTask: (task) => make(task.definition as Definition, typeof task.scope === 'object' ? task.scope : TaskScope.Workspace),
  });
}

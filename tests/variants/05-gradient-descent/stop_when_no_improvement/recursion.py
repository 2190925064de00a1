# expect: pass
# why: recursion on the step
def stop_when_no_improvement(losses, patience, weights):
    if patience < 1:
        raise ValueError(patience)

    def look(step, best):
        if step - best == patience or step == len(losses) - 1:
            return step, (step if losses[step] < losses[best] else best)
        return look(step + 1, step + 1 if losses[step + 1] < losses[best] else best)

    stopped, best = look(0, 0)
    return stopped, best, weights[best].copy()

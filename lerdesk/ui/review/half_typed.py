"""Keeps what is being typed in the review within a second, and brings it back where it was typed."""

from typing import TYPE_CHECKING

from typing_extensions import override

from lerdesk.ui.shell.half_typed import HalfTyped

if TYPE_CHECKING:
    from lerdesk.ui.review.place import ReviewPlace


class ReviewTyped(HalfTyped):
    """The fields of one request's review."""

    def __init__(self, place: "ReviewPlace") -> None:
        super().__init__(place.context, place)
        self._place = place
        tabs = place.tabs
        documents = tabs.documents
        self.join(tabs.facts, tabs.fact_form, tabs.questions, tabs.scope.form, tabs.bar.binding)
        self.join(documents, documents.disclosure, documents.flags, documents.conduct)
        self.join(documents.reason)
        if (editor := tabs.scope.table.editor) is not None:
            self.join(editor)

    @override
    def reveal(self, field: str) -> None:
        place, tabs = self._place, self._place.tabs
        documents = tabs.documents
        name, _, key = field.partition(":")
        key = key.partition(":")[0]
        match name:
            case "reason" | "narrow":
                place.steps.go_to(f"scope:{key}")
            case "note":
                place.steps.go_to(f"validity:{key}")
            case "fact":
                place.steps.go_to(f"facts:{key}")
                if tabs.facts.fact is not None and key == str(tabs.facts.fact.fact.id):
                    tabs.facts.edit(tabs.facts.currentIndex())
            case "entry":
                place.steps.new_fact(self.words("entry:field"))
            case "demand":
                tabs.show_tab("scope")
                tabs.scope.reopen(int(key))
            case "disclosure":
                place.steps.disclosure()
            case "binding":
                tabs.bar.open_binding()
            case "conduct":
                tabs.show_tab("documents")
                documents.open_conduct()
            case "history":
                tabs.show_tab("documents")
                documents.ask_reason(key)
            case "decline":
                place.steps.go_to("approval")
            case _:
                tabs.show_tab("documents")
                documents.flags.reason.setFocus()
                documents.bring(documents.flags)

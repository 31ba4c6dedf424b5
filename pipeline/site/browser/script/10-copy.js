/** Buttons with `data-copies` copy the text of the element with that id. Without a clipboard, the text is selected. */
for (const button of document.querySelectorAll("button[data-copies]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const text = document.getElementById(button.dataset.copies);
    if (text === null) return;
    try {
      await navigator.clipboard.writeText(text.textContent.trim());
      const words = button.textContent;
      button.textContent = button.dataset.done ?? words;
      setTimeout(() => {
        button.textContent = words;
      }, 2000);
    } catch {
      getSelection()?.selectAllChildren(text);
    }
  });
}

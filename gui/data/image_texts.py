"""What is said of an image in words: its name, its label beside the prediction, how sure the network is."""

from __future__ import annotations

from gui.data.model.model import DataModel
from gui.language.numbers import count, number, percent
from gui.language.texts import translate


def split_title(model: DataModel) -> str:
    """The title of the grid."""
    if model.data is None:
        return translate("ImageTexts", "Images")
    if model.split == "drawings":
        return translate("ImageTexts", "Drawings")
    if model.has_images:
        if model.split == "train":
            return translate("ImageTexts", "Training images")
        return translate("ImageTexts", "Test images")
    if model.split == "train":
        return translate("ImageTexts", "Training examples")
    return translate("ImageTexts", "Test examples")


def title(model: DataModel, index: int) -> str:
    """Test image 247"""
    if model.split == "drawings":
        text = translate("ImageTexts", "Drawing {index}")
    elif model.has_images:
        text = translate("ImageTexts", "Training image {index}")
        if model.split == "test":
            text = translate("ImageTexts", "Test image {index}")
    else:
        text = translate("ImageTexts", "Training example {index}")
        if model.split == "test":
            text = translate("ImageTexts", "Test example {index}")
    return text.format(index=count(index))


def summary(model: DataModel, index: int) -> str:
    """Test image 247: label 4, prediction 2 ✗, 61.0 % sure"""
    examples, predictions = model.examples, model.predictions
    if examples is None or not 0 <= index < len(examples):
        return ""
    name = title(model, index)
    if examples.t.ndim != 1:
        return name
    label = model.class_name(int(examples.t[index]))
    if predictions is None or index >= len(predictions):
        return translate("ImageTexts", "{name}: label {label}").format(name=name, label=label)
    text = translate("ImageTexts", "{name}: label {label}, prediction {prediction} {sign}, {sure} sure")
    sure = percent(float(predictions.confidence[index]), 1)
    if predictions.meaning == "scores":
        text = translate("ImageTexts", "{name}: label {label}, prediction {prediction} {sign}, output {sure}")
        sure = number(float(predictions.confidence[index]))
    return text.format(
        name=name,
        label=label,
        prediction=model.class_name(int(predictions.predicted[index])),
        sign="✓" if predictions.right[index] else "✗",
        sure=sure,
    )


def counts(model: DataModel, short: bool = False) -> str:
    """231 of 10,000 images, or 10,000 images; `short`: 231 of 10,000"""
    total, shown = len(model.examples or ()), len(model.order)
    if shown == total:
        text = translate("ImageTexts", "{total} images")
        if not model.has_images:
            text = translate("ImageTexts", "{total} examples")
    elif short:
        text = translate("ImageTexts", "{shown} of {total}")
    else:
        text = translate("ImageTexts", "{shown} of {total} images")
        if not model.has_images:
            text = translate("ImageTexts", "{shown} of {total} examples")
    return text.format(shown=count(shown), total=count(total))

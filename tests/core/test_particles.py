"""The particle behind a placeholder is the one that a Korean reader would say."""

from __future__ import annotations

import unicodedata

import pytest

from core.particles import Template, fill


@pytest.mark.parametrize(
    ("values", "closed"),
    [
        ("학습 은닉층 값 손실", True),
        ("정확도 가중치 데이터 2", False),
        ("0 1 3 6 7 8 10 100 1,000 60,000 100,000,000 0.10 0.03 1e−8 1e10", True),
        ("2 4 5 9 12,345 0.5 1,000,000,000,002 1e−5", False),
        ("L M N R SGDM XOR W₁ W₁₀ ε x² 10⁻⁷ h′", True),
        ("A W X MNIST SGD CSV W₂ η γ δ ∂L/∂W 97.61% 97.61\u00a0% ∞", False),
        ("Adam RMSProp Affine apple model step learning dropout book name.json", True),
        ("ReLU AdaGrad NumPy softmax layer update He png csv digits.npz 2.csv", False),
        ("“값” (28,\u00a028) <b>값</b> '값' 값… &quot;값&quot; [값] `값` x̄1", True),
        ("“가” (가) <b>가</b> 가! (2) m_2_ x̄", False),
    ],
)
def test_after_what_is_read(values: str, closed: bool) -> None:
    pairs = "은/는 이/가 을/를 과/와 이라는/라는 이에요/예요 이었어요/였어요"
    forms = "은 이 을 과 이라는 이에요 이었어요" if closed else "는 가 를 와 라는 예요 였어요"
    for value in values.split(" "):
        filled = [Template(f"{{it}}({pair})").format(it=value) for pair in pairs.split()]
        assert filled == [value + form for form in forms.split()]


def test_after_rieul_it_is_ro() -> None:
    for value in ("값", "10", "Adam"):
        assert Template("{it}(으로/로)").format(it=value) == f"{value}으로"
    for value in ("가", "η", "%", "손실", "1", "7", "8", "L", "model"):
        assert Template("{it}(으로/로)").format(it=value) == f"{value}로"
    assert Template("{it}(으로부터/로부터)").format(it="값") == "값으로부터"


def test_before_nothing_at_all() -> None:
    assert Template("{it}(은/는)").format(it="") == "는"


def test_jamo_are_one_syllable() -> None:
    assert Template("{it}(은/는)").format(it=unicodedata.normalize("NFD", "손글씨값")).endswith("은")


def test_what_closes_may_stand_between() -> None:
    assert Template("“<b>{name}</b>”(을/를) 열어요.").format(name="값") == "“<b>값</b>”을 열어요."


def test_only_pairs_behind_a_placeholder_are_chosen_from() -> None:
    template = Template("손실(은/는) {name}(와/과) {name}(은/는)")
    assert template.format(name="x(이/가)") == "손실(은/는) x(이/가)(와/과) x(이/가)는"


def test_all_else_is_as_in_str() -> None:
    assert Template("{{x}} {0:.2f} {a!r}{b[1]}").format(1.5, a="é", b="xy") == "{x} 1.50 'é'y"
    assert (
        Template("%(name)s(은/는) 100%%예요: %(count)d").__mod__({"name": "값", "count": 3})
        == "값은 100%예요: 3"
    )
    assert fill("{x}(은/는)", str.upper) == "{X}는"

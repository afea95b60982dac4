<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>A laboratory for seeing how neural networks learn. Every number on the screen comes from the engine that trains.</source>
        <translation>신경망이 어떻게 배우는지 눈으로 보는 실험실이에요. 화면의 모든 수는 실제로 학습하는 엔진에서 나와요.</translation>
    </message>
    <message>
        <source>About Backprop Lab</source>
        <translation>Backprop Lab 정보</translation>
    </message>
    <message>
        <source>Licences…</source>
        <translation>라이선스…</translation>
    </message>
    <message>
        <source>MNIST, derived from the NIST Special Databases, and Pretendard are included unchanged.</source>
        <translation>NIST Special Databases에서 나온 MNIST와 글꼴 Pretendard를 고치지 않고 담았어요.</translation>
    </message>
    <message>
        <source>NumPy&apos;s matrix library does not let its threads be set: it chooses them by itself.</source>
        <translation>NumPy의 행렬 라이브러리가 스레드 수를 스스로 정하고, 바꾸지 못하게 해요.</translation>
    </message>
    <message>
        <source>Shows the licence of each component, whole.</source>
        <translation>각 구성 요소의 라이선스 전문을 보여 줘요.</translation>
    </message>
    <message>
        <source>Stands on the work of</source>
        <translation>바탕이 된 것</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>버전 {version}</translation>
    </message>
    <message>
        <source>Which version this is, and whose work it stands on.</source>
        <translation>이 버전이 무엇이고, 누구의 성과 위에 만들어졌는지 보여 줘요.</translation>
    </message>
    <message>
        <source>{library} · threads: {number} of {most}, as the machine is busy or free</source>
        <translation>{library} · 스레드: {most}개 중 {number}개, 컴퓨터가 바쁜 정도에 따라</translation>
    </message>
    <message>
        <source>{library} · threads: {number}, as chosen</source>
        <translation>{library} · 스레드: {number}개, 직접 선택</translation>
    </message>
    <message>
        <source>{library} · threads: {number}, as {variable} says</source>
        <translation>{library} · 스레드: {number}개, {variable}에서 정함</translation>
    </message>
</context>
<context>
    <name>AccuracyPage</name>
    <message>
        <source>Drag w in a plot, press a weight in the network. Keys: ← → move w by the step, with Shift ×10; ↑ ↓ take another weight.</source>
        <translation>그림에서 w를 끌어 보고, 신경망에서 가중치를 눌러 보세요. 키: ← →는 w를 간격만큼 움직이고, Shift와 함께 누르면 ×10이에요. ↑ ↓는 다른 가중치를 골라요.</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>샘플 수</translation>
    </message>
    <message>
        <source>How far an arrow moves w. With a small one the accuracy hardly ever changes.</source>
        <translation>화살표 키로 w를 움직이는 양이에요. 작으면 정확도가 거의 바뀌지 않아요.</translation>
    </message>
    <message>
        <source>How far is seen on both sides of 0.</source>
        <translation>0의 양쪽으로 어디까지 보여 줄지 정해요.</translation>
    </message>
    <message>
        <source>How long the network was trained before its weight is moved; with 0 not at all.</source>
        <translation>가중치를 움직이기 전에 신경망을 얼마나 학습할지 정해요. 0이면 학습하지 않아요.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>Network, examples, loss and accuracy</source>
        <translation>신경망, 샘플, 손실과 정확도</translation>
    </message>
    <message>
        <source>Of N examples each is a jump of 1/N: with more of them the steps are finer.</source>
        <translation>샘플이 N개면 하나마다 1/N씩 뛰어요. 많을수록 계단이 촘촘해요.</translation>
    </message>
    <message>
        <source>Points and initial weights are drawn from it. Another one gives other curves.</source>
        <translation>점과 가중치 초깃값을 여기서 뽑아요. 시드를 바꾸면 곡선도 바뀌어요.</translation>
    </message>
    <message>
        <source>Puts this network with its data on the Train screen. Undo there brings back what was on it.</source>
        <translation>이 신경망과 데이터를 학습 화면에 올려요. 거기서 실행 취소를 하면 전에 있던 것이 돌아와요.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Seen to</source>
        <translation>표시 범위</translation>
    </message>
    <message>
        <source>Shows simpleNet with its loss as a graph, with the gradient of every weight.</source>
        <translation>simpleNet과 그 손실을 그래프로 보여 줘요. 모든 가중치의 기울기도 나와요.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>간격</translation>
    </message>
    <message>
        <source>The book&apos;s 2×3 matrix and its single example.</source>
        <translation>책의 2×3 행렬과 샘플 하나예요.</translation>
    </message>
    <message>
        <source>The loss in the graph</source>
        <translation>그래프로 손실 보기</translation>
    </message>
    <message>
        <source>The network in which one weight is moved.</source>
        <translation>가중치 하나를 움직여 볼 신경망이에요.</translation>
    </message>
    <message>
        <source>The value of the weight. It is dragged in the plots, too.</source>
        <translation>가중치의 값이에요. 그림에서 끌어도 돼요.</translation>
    </message>
    <message>
        <source>Three hidden units before two rings of points.</source>
        <translation>은닉층의 뉴런 세 개로 두 고리의 점을 나눠요.</translation>
    </message>
    <message>
        <source>Train this</source>
        <translation>이 신경망 학습</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>갱신 횟수</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>Which one is moved; all others stay as they are.</source>
        <translation>움직일 가중치예요. 나머지는 모두 그대로 있어요.</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>right</source>
        <translation>맞은 수</translation>
    </message>
    <message>
        <source>simpleNet: its loss, with the δ that the book adds in the logarithm, and the slope of the loss over each of its weights.</source>
        <translation>simpleNet: 책처럼 로그 안에 δ를 더한 손실과, 가중치마다 구한 손실의 기울기예요.</translation>
    </message>
    <message>
        <source>w</source>
        <translation>w</translation>
    </message>
</context>
<context>
    <name>AccuracyPicture</name>
    <message>
        <source>% right</source>
        <translation>정확도 (%)</translation>
    </message>
    <message>
        <source>The accuracy stands still, or jumps</source>
        <translation>정확도는 그대로 있거나 뛰어요</translation>
    </message>
    <message>
        <source>The loss moves smoothly</source>
        <translation>손실은 매끄럽게 움직여요</translation>
    </message>
    <message>
        <source>a larger w is better</source>
        <translation>w를 키우는 게 좋아요</translation>
    </message>
    <message>
        <source>a smaller w is better</source>
        <translation>w를 줄이는 게 좋아요</translation>
    </message>
    <message>
        <source>a step of {step}: loss {before} → {after}, a change of {change} (slope × step: {expected}); right {right} → {then}</source>
        <translation>{step}만큼 움직이면: 손실 {before} → {after}, 변화 {change} (기울기 × 간격: {expected}); 맞은 샘플 {right} → {then}</translation>
    </message>
    <message>
        <source>at {w} an example with a ring becomes right</source>
        <translation>{w}에서 동그라미 친 샘플이 맞게 돼요</translation>
    </message>
    <message>
        <source>at {w} an example with a ring becomes wrong</source>
        <translation>{w}에서 동그라미 친 샘플이 틀리게 돼요</translation>
    </message>
    <message>
        <source>flat here</source>
        <translation>여기는 평평해요</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>loss {loss} at w = {w}; slope ∂L/∂w = {slope}, by backpropagation: {advice}</source>
        <translation>w = {w}에서 손실 {loss}; 오차역전파법으로 구한 기울기 ∂L/∂w = {slope}: {advice}</translation>
    </message>
    <message>
        <source>w = {own}, the printed weight, at this mark on the axis</source>
        <translation>축의 이 표시: 책에 실린 가중치 w = {own}</translation>
    </message>
    <message>
        <source>w = {own}, what the training has found, at this mark on the axis</source>
        <translation>축의 이 표시: 학습으로 찾은 w = {own}</translation>
    </message>
    <message>
        <source>{right} of {examples} right, {share}, everywhere from w = {left} to {end}: slope 0, no advice</source>
        <translation>w = {left}부터 {end}까지 어디서나 {examples}개 중 {right}개({share})가 맞아요: 기울기 0, 방향을 알 수 없어요</translation>
    </message>
    <message>
        <source>{weight} = {w} moves</source>
        <translation>{weight} = {w}(을/를) 움직여요</translation>
    </message>
    <message>
        <source>{weight} = {w} moves; press another weight</source>
        <translation>{weight} = {w}(을/를) 움직여요. 다른 가중치를 눌러 보세요</translation>
    </message>
</context>
<context>
    <name>ActivationPlot</name>
    <message>
        <source>Layer of the histogram</source>
        <translation>히스토그램의 계층</translation>
    </message>
    <message>
        <source>Which layer&apos;s values are shown, for one mini-batch. A dead unit gives 0 for all of it; a saturated value, within 0.01 of an end, lets almost no gradient through.</source>
        <translation>어느 계층의 값을 보여 줄지 골라요. 미니배치 하나의 값이에요. 죽은 뉴런은 미니배치 전체에서 0을 내보내요. 끝에서 0.01 이내인 포화된 값은 기울기를 거의 흘려보내지 않아요.</translation>
    </message>
    <message>
        <source>{share} are 0</source>
        <translation>0인 값 {share}</translation>
    </message>
    <message>
        <source>{share} are 0 · {dead} of {units} dead</source>
        <translation>0인 값 {share} · 뉴런 {units}개 중 {dead}개 죽음</translation>
    </message>
    <message>
        <source>{share} saturated</source>
        <translation>{share} 포화</translation>
    </message>
</context>
<context>
    <name>Activations</name>
    <message>
        <source>A ReLU without the kink; it is never quite off.</source>
        <translation>꺾인 점이 없는 ReLU예요. 완전히 꺼지는 일이 없어요.</translation>
    </message>
    <message>
        <source>A number above 0, such as a width.</source>
        <translation>0보다 큰 수예요. 너비 같은 값에 써요.</translation>
    </message>
    <message>
        <source>A number between −1 and 1.</source>
        <translation>−1과 1 사이의 수예요.</translation>
    </message>
    <message>
        <source>A number that cannot be below 0, such as a count.</source>
        <translation>0보다 작을 수 없는 수예요. 개수 같은 값에 써요.</translation>
    </message>
    <message>
        <source>A probability: for yes or no, with two classes.</source>
        <translation>확률이에요. 클래스가 두 개인 예/아니요 문제에 써요.</translation>
    </message>
    <message>
        <source>A smooth ReLU that dips below 0; usual in transformers.</source>
        <translation>0 아래로 살짝 내려가는 매끄러운 ReLU예요. 트랜스포머에 흔히 써요.</translation>
    </message>
    <message>
        <source>Any number: for regression.</source>
        <translation>어떤 수든 돼요. 회귀에 써요.</translation>
    </message>
    <message>
        <source>As ReLU, with a little slope below 0: no unit is dead for good.</source>
        <translation>ReLU와 같지만 0 아래에도 작은 기울기가 있어요. 영영 죽어 버리는 뉴런이 없어요.</translation>
    </message>
    <message>
        <source>GELU</source>
        <translation>GELU</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>항등 함수</translation>
    </message>
    <message>
        <source>Its slope is 0: nothing in front of it can learn by gradients.</source>
        <translation>미분값이 0이라서, 앞에 있는 것은 기울기로 배울 수 없어요.</translation>
    </message>
    <message>
        <source>Its slope is at most ¼, so that gradients shrink in each layer.</source>
        <translation>미분값이 커도 ¼이라서, 기울기가 계층마다 작아져요.</translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation>Leaky ReLU</translation>
    </message>
    <message>
        <source>Of no use there: layers with nothing between them are one layer.</source>
        <translation>은닉층에는 쓸모가 없어요. 사이에 아무것도 없는 계층들은 계층 하나와 같아요.</translation>
    </message>
    <message>
        <source>Rarely used at the end.</source>
        <translation>출력층에는 거의 쓰지 않아요.</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>시그모이드</translation>
    </message>
    <message>
        <source>Slope 1 at 0 and mean near 0, but flat at both ends.</source>
        <translation>0에서 미분값이 1이고 평균이 0에 가깝지만, 양 끝이 평평해요.</translation>
    </message>
    <message>
        <source>Slope 1 wherever it is on, so that gradients pass; a unit that is always off is dead.</source>
        <translation>켜진 곳에서는 미분값이 1이라서 기울기가 그대로 지나가요. 늘 꺼져 있는 뉴런은 죽은 뉴런이에요.</translation>
    </message>
    <message>
        <source>Softplus</source>
        <translation>Softplus</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>계단 함수</translation>
    </message>
    <message>
        <source>The answer of a perceptron: yes or no, without how sure.</source>
        <translation>퍼셉트론의 답이에요. 예 또는 아니요뿐이고, 얼마나 확실한지는 몰라요.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>numbers (regression): identity, with squared error</source>
        <translation>수 (회귀): 항등 함수와 오차제곱합</translation>
    </message>
    <message>
        <source>one of several classes: softmax, with cross entropy</source>
        <translation>여러 클래스 중 하나: 소프트맥스와 교차 엔트로피 오차</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>쌍곡탄젠트</translation>
    </message>
    <message>
        <source>yes or no: sigmoid, with cross entropy</source>
        <translation>예/아니요: 시그모이드와 교차 엔트로피 오차</translation>
    </message>
</context>
<context>
    <name>ActivationsPage</name>
    <message>
        <source>A second function, dashed, on the same axes.</source>
        <translation>같은 축에 파선으로 그릴 두 번째 함수예요.</translation>
    </message>
    <message>
        <source>Beside it</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Drag x. Keys: ← → move it; with Shift ×10.</source>
        <translation>x를 끌어 보세요. 키: ← →로 움직이고, Shift와 함께 누르면 ×10이에요.</translation>
    </message>
    <message>
        <source>Function h</source>
        <translation>함수 h</translation>
    </message>
    <message>
        <source>Function, slope and layers</source>
        <translation>함수, 미분값, 계층</translation>
    </message>
    <message>
        <source>How far is seen on both sides of 0. More shows the ends.</source>
        <translation>0의 양쪽으로 어디까지 보여 줄지 정해요. 넓히면 양 끝이 보여요.</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>계층 수</translation>
    </message>
    <message>
        <source>Of Leaky ReLU below 0. With 0 it is ReLU, with 1 the identity.</source>
        <translation>0 아래에서 Leaky ReLU의 기울기예요. 0이면 ReLU, 1이면 항등 함수예요.</translation>
    </message>
    <message>
        <source>Of the stack at the right. Without a function more of them are still one line.</source>
        <translation>오른쪽에 쌓은 계층의 수예요. 함수가 없으면 아무리 많아도 직선 하나예요.</translation>
    </message>
    <message>
        <source>Puts the two-layer network with this function on the Train screen; Undo there brings back what was on it. Step cannot be trained, and the networks here have neither softplus nor GELU.</source>
        <translation>이 함수를 쓰는 2층 신경망을 학습 화면에 올려요. 거기서 실행 취소를 하면 전에 있던 것이 돌아와요. 계단 함수는 학습할 수 없고, Softplus와 GELU는 이 프로그램의 신경망에 없어요.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Seen to</source>
        <translation>표시 범위</translation>
    </message>
    <message>
        <source>Shows the function and its slope as a graph; of sigmoid where there is none of this one.</source>
        <translation>함수와 미분값을 그래프로 보여 줘요. 이 함수의 그래프가 없으면 시그모이드를 보여 줘요.</translation>
    </message>
    <message>
        <source>Slope a</source>
        <translation>기울기 a</translation>
    </message>
    <message>
        <source>The activation function that is shown.</source>
        <translation>보여 줄 활성화 함수예요.</translation>
    </message>
    <message>
        <source>The weights of the stack are drawn from it. Another one gives another curve.</source>
        <translation>쌓은 계층의 가중치를 여기서 뽑아요. 시드를 바꾸면 곡선도 바뀌어요.</translation>
    </message>
    <message>
        <source>Train with this</source>
        <translation>이것으로 학습</translation>
    </message>
    <message>
        <source>Where the tangent is. It is dragged in the picture, too.</source>
        <translation>접선을 그릴 곳이에요. 그림에서 끌어도 돼요.</translation>
    </message>
    <message>
        <source>h′ in the graph</source>
        <translation>그래프로 h′ 보기</translation>
    </message>
    <message>
        <source>output of the layers</source>
        <translation>계층들의 출력</translation>
    </message>
    <message>
        <source>x</source>
        <translation>x</translation>
    </message>
</context>
<context>
    <name>ActivationsPicture</name>
    <message>
        <source>Its slope h′, backward</source>
        <translation>미분값 h′, 역전파</translation>
    </message>
    <message>
        <source>The function h, forward</source>
        <translation>함수 h, 순전파</translation>
    </message>
    <message>
        <source>Which end suits which task</source>
        <translation>문제에 맞는 출력층</translation>
    </message>
    <message>
        <source>With nothing between them, {product} = {slope}: y = {slope}·x {sign} {size}, one line.</source>
        <translation>사이에 아무것도 없으면 {product} = {slope}: y = {slope}·x {sign} {size}, 직선 하나예요.</translation>
    </message>
    <message>
        <source>flat (h′ under 5 %): {places}</source>
        <translation>평평한 곳 (h′ 5 % 미만): {places}</translation>
    </message>
    <message>
        <source>flat nowhere here</source>
        <translation>여기에는 평평한 곳이 없어요</translation>
    </message>
    <message>
        <source>output</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>{count} layers in a row</source>
        <translation>잇달아 놓은 계층 {count}개</translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation>{start} ~ {end}</translation>
    </message>
    <message>
        <source>{title} at the end</source>
        <translation>출력층의 {title}</translation>
    </message>
    <message>
        <source>{title} between them: solid; nothing: dashed.</source>
        <translation>실선: 사이에 {title}(이/가) 있을 때. 파선: 아무것도 없을 때.</translation>
    </message>
    <message>
        <source>{title} in hidden layers</source>
        <translation>은닉층의 {title}</translation>
    </message>
    <message>
        <source>{title}: h({x}) = {value}, h′({x}) = {slope}</source>
        <translation>{title}: h({x}) = {value}, h′({x}) = {slope}</translation>
    </message>
</context>
<context>
    <name>Amounts</name>
    <message>
        <source>1 epoch</source>
        <translation>1에폭</translation>
    </message>
    <message>
        <source>1 example</source>
        <translation>샘플 1개</translation>
    </message>
    <message>
        <source>1 iteration</source>
        <translation>반복 1번</translation>
    </message>
    <message>
        <source>{count} epochs</source>
        <translation>{count}에폭</translation>
    </message>
    <message>
        <source>{count} examples</source>
        <translation>샘플 {count}개</translation>
    </message>
    <message>
        <source>{count} iterations</source>
        <translation>반복 {count}번</translation>
    </message>
</context>
<context>
    <name>ArrayPage</name>
    <message>
        <source>Choose a node that holds an array to see its numbers here.</source>
        <translation>배열이 있는 노드를 고르면 여기에 수가 나와요.</translation>
    </message>
    <message>
        <source>Every number of the array; a double click gives one another value.</source>
        <translation>배열의 모든 수예요. 두 번 클릭하면 값을 바꿀 수 있어요.</translation>
    </message>
    <message>
        <source>Not computed yet at this step.</source>
        <translation>이 단계에서는 아직 계산하지 않았어요.</translation>
    </message>
    <message>
        <source>Show the forward values of the array, or the gradients that came back.</source>
        <translation>배열의 순전파 값이나, 거꾸로 돌아온 기울기를 보여 줘요.</translation>
    </message>
    <message>
        <source>Value or gradient</source>
        <translation>값 또는 기울기</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>value</source>
        <translation>값</translation>
    </message>
</context>
<context>
    <name>Batches</name>
    <message>
        <source>+ passes ∂L/∂y on as it is, but b was added to all {count} examples: where a value is used {count} times, its {count} gradients add up.</source>
        <translation>+는 ∂L/∂y를 그대로 흘려보내지만, b는 샘플 {count}개에 모두 더했어요. 값을 {count}번 쓰면 기울기 {count}개를 더해요.</translation>
    </message>
    <message>
        <source>L is a mean: 1/N is in ∂L/∂y = (p − t)/N, for example 1 {error}/{count} = {gradient}. So the sum of the shares is the mean of {count} gradients.</source>
        <translation>L은 평균이에요. ∂L/∂y = (p − t)/N에 1/N이 들어 있어서, 샘플 1은 {error}/{count} = {gradient}(이에요/예요). 그래서 기여분의 합이 기울기 {count}개의 평균이 돼요.</translation>
    </message>
    <message>
        <source>L is a sum: ∂L/∂y = p − t, for example 1 {gradient}. The gradient is N = {count} times that of the mean, and the learning rate would depend on the size of the batch.</source>
        <translation>L은 합이에요. ∂L/∂y = p − t, 샘플 1은 {gradient}(이에요/예요). 기울기가 평균일 때의 N = {count}배라서, 학습률을 미니배치 크기에 맞춰야 해요.</translation>
    </message>
    <message>
        <source>Mean and sum of one loss are the same: ∂L/∂y = p − t, here {gradient}.</source>
        <translation>손실이 하나면 평균과 합이 같아요. ∂L/∂y = p − t, 여기서는 {gradient}(이에요/예요).</translation>
    </message>
    <message>
        <source>Measuring one image against a batch…</source>
        <translation>이미지 한 장씩과 미니배치의 시간을 재는 중…</translation>
    </message>
    <message>
        <source>With one example there is one term: what comes in by {weight}, times ∂L/∂y.</source>
        <translation>샘플이 하나면 항도 하나예요. {weight}(으로/로) 들어온 값에 ∂L/∂y를 곱해요.</translation>
    </message>
    <message>
        <source>{batch}: {ratio} × as fast; gradients differ by {difference}</source>
        <translation>{batch}: {ratio}배 빠름; 기울기 차이 {difference}</translation>
    </message>
    <message>
        <source>{images} images: image by image {singly}; as one batch {batch}</source>
        <translation>이미지 {images}장: 한 장씩 {singly}; 미니배치 하나로 {batch}</translation>
    </message>
    <message>
        <source>{weight} is used once for each example, so its gradient is a sum over them. To meet a column of ∂L/∂y, column {row} of x must lie as a row: xᵀ.</source>
        <translation>{weight}(은/는) 샘플마다 한 번씩 쓰여서, 그 기울기는 샘플들에 걸친 합이에요. x의 {row}열이 ∂L/∂y의 열과 만나려면 행으로 누워야 해요. 그래서 xᵀ예요.</translation>
    </message>
</context>
<context>
    <name>BatchesPage</name>
    <message>
        <source>Affine in the graph</source>
        <translation>그래프로 Affine 보기</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>모은 샘플</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>열</translation>
    </message>
    <message>
        <source>Examples N</source>
        <translation>샘플 수 N</translation>
    </message>
    <message>
        <source>Examples, their shares, and the product</source>
        <translation>샘플과 기여분, 곱</translation>
    </message>
    <message>
        <source>How many are in the batch. The first is simpleNet&apos;s; the others are drawn.</source>
        <translation>미니배치의 샘플 수예요. 첫 샘플은 simpleNet의 것이고, 나머지는 무작위로 뽑아요.</translation>
    </message>
    <message>
        <source>How many shares are added up so far. With all of them it is the gradient.</source>
        <translation>지금까지 더한 기여분의 수예요. 모두 더하면 기울기가 돼요.</translation>
    </message>
    <message>
        <source>Images timed</source>
        <translation>시간 잴 이미지</translation>
    </message>
    <message>
        <source>L is a mean (1/N)</source>
        <translation>L은 평균 (1/N)</translation>
    </message>
    <message>
        <source>Of the weight that is touched: 0 and 1 are of W, 2 is the bias below them.</source>
        <translation>고른 가중치의 행이에요. 0과 1은 W의 행이고, 2는 그 아래 편향이에요.</translation>
    </message>
    <message>
        <source>Of the weight that is touched: the output it leads to.</source>
        <translation>고른 가중치의 열이에요. 어느 출력으로 이어지는지를 뜻해요.</translation>
    </message>
    <message>
        <source>Off: L is the sum of all losses, and the gradient grows with the batch.</source>
        <translation>끄면 L이 모든 손실의 합이 되고, 미니배치가 클수록 기울기도 커져요.</translation>
    </message>
    <message>
        <source>Press or drag over a weight. Keys: the arrows go from weight to weight.</source>
        <translation>가중치를 누르거나 그 위를 끌어 보세요. 키: 화살표 키로 다른 가중치로 가요.</translation>
    </message>
    <message>
        <source>Puts the book&apos;s 784-50-10 with batches of 100 on the Train screen. Undo there brings back what was on it.</source>
        <translation>책의 784-50-10 신경망을 크기 100인 미니배치와 함께 학습 화면에 올려요. 거기서 실행 취소를 하면 전에 있던 것이 돌아와요.</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>행</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Shows a batch of two through an Affine layer as a graph, with all gradients.</source>
        <translation>샘플 두 개짜리 미니배치가 Affine 계층을 지나는 것을 그래프로 보여 줘요. 모든 기울기도 나와요.</translation>
    </message>
    <message>
        <source>So many images go through 784-50-10, one by one and as one batch. The times vary from run to run; the fastest of five counts.</source>
        <translation>이만큼의 이미지를 784-50-10에 한 장씩, 그리고 미니배치 하나로 넣어요. 시간은 잴 때마다 달라서, 다섯 번 중 가장 빠른 것을 써요.</translation>
    </message>
    <message>
        <source>The 2×3 matrix of the book, without biases.</source>
        <translation>책의 2×3 행렬이에요. 편향은 없어요.</translation>
    </message>
    <message>
        <source>The gradient of simpleNet&apos;s weights, of one example.</source>
        <translation>simpleNet의 가중치 기울기예요. 샘플은 하나예요.</translation>
    </message>
    <message>
        <source>The other examples and the drawn weights come from it.</source>
        <translation>나머지 샘플과 무작위 가중치를 여기서 뽑아요.</translation>
    </message>
    <message>
        <source>Those of the layer, before softmax and its loss.</source>
        <translation>소프트맥스와 손실 앞에 있는 계층의 가중치예요.</translation>
    </message>
    <message>
        <source>Train in batches</source>
        <translation>미니배치로 학습</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>Weights and biases from N(0, 1), by the seed.</source>
        <translation>가중치와 편향을 시드에 따라 N(0, 1)에서 뽑아요.</translation>
    </message>
    <message>
        <source>drawn</source>
        <translation>무작위</translation>
    </message>
    <message>
        <source>error</source>
        <translation>오차</translation>
    </message>
    <message>
        <source>example</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>share</source>
        <translation>기여분</translation>
    </message>
    <message>
        <source>simpleNet of the study notes, without biases.</source>
        <translation>공부 노트의 simpleNet이에요. 편향은 없어요.</translation>
    </message>
    <message>
        <source>the notes</source>
        <translation>공부 노트</translation>
    </message>
    <message>
        <source>{name}, notes</source>
        <translation>{name}, 공부 노트</translation>
    </message>
</context>
<context>
    <name>BatchesPicture</name>
    <message>
        <source>All at once: row of xᵀ times column of ∂L/∂y adds the shares of {collected} of {all}</source>
        <translation>한꺼번에: xᵀ의 행 · ∂L/∂y의 열 = 샘플 {all}개 중 {collected}개의 기여분 합</translation>
    </message>
    <message>
        <source>Each example by itself: over {weight} forward, and its gradient back</source>
        <translation>샘플 하나씩: 순전파는 {weight}(을/를) 지나고, 기울기가 거꾸로 돌아와요</translation>
    </message>
    <message>
        <source>as one batch</source>
        <translation>미니배치 하나로</translation>
    </message>
    <message>
        <source>example {number}, class {label}</source>
        <translation>샘플 {number}, 클래스 {label}</translation>
    </message>
    <message>
        <source>image by image</source>
        <translation>한 장씩</translation>
    </message>
    <message>
        <source>its share</source>
        <translation>기여분</translation>
    </message>
    <message>
        <source>x, with 1 for b</source>
        <translation>x, b 자리는 1</translation>
    </message>
    <message>
        <source>{number}: class {label}</source>
        <translation>{number}: 클래스 {label}</translation>
    </message>
    <message>
        <source>∂L/∂W over ∂L/∂b</source>
        <translation>위 ∂L/∂W, 아래 ∂L/∂b</translation>
    </message>
</context>
<context>
    <name>BookLine</name>
    <message>
        <source>Deep Learning from Scratch, chapter {chapter}</source>
        <translation>밑바닥부터 시작하는 딥러닝, {chapter}장</translation>
    </message>
    <message>
        <source>Traced a moment ago. Press to see the printed numbers beside these.</source>
        <translation>방금 추적한 값이에요. 누르면 책에 실린 값과 나란히 보여 줘요.</translation>
    </message>
    <message>
        <source>number</source>
        <translation>항목</translation>
    </message>
    <message>
        <source>the book prints</source>
        <translation>책에 실린 값</translation>
    </message>
    <message>
        <source>traced here</source>
        <translation>여기서 추적한 값</translation>
    </message>
    <message>
        <source>✓ matches the book:</source>
        <translation>✓ 책과 일치:</translation>
    </message>
    <message>
        <source>✗ does not match the book:</source>
        <translation>✗ 책과 불일치:</translation>
    </message>
</context>
<context>
    <name>BookTable</name>
    <message>
        <source>Beside the book&apos;s numbers</source>
        <translation>책의 수치와 비교</translation>
    </message>
    <message>
        <source>The book&apos;s numbers beside the program&apos;s own; a click or Enter sets the case of a line.</source>
        <translation>책의 수와 프로그램의 수를 나란히 보여 줘요. 클릭하거나 Enter를 누르면 그 줄의 설정으로 맞춰요.</translation>
    </message>
    <message>
        <source>book</source>
        <translation>책</translation>
    </message>
    <message>
        <source>case</source>
        <translation>항목</translation>
    </message>
    <message>
        <source>here</source>
        <translation>여기</translation>
    </message>
    <message>
        <source>matches the book ✓</source>
        <translation>책과 일치 ✓</translation>
    </message>
    <message>
        <source>{case}: here {computed}, published {printed} {sign}</source>
        <translation>{case}: 여기 {computed}, 책 {printed} {sign}</translation>
    </message>
    <message>
        <source>{case}: published {printed}, not computed yet</source>
        <translation>{case}: 책 {printed}, 아직 계산 전</translation>
    </message>
    <message>
        <source>{count} of {all} differ from the book ✗</source>
        <translation>{all}개 중 {count}개가 책과 달라요 ✗</translation>
    </message>
</context>
<context>
    <name>BugView</name>
    <message>
        <source>Choose the layer whose backward pass you think is wrong.</source>
        <translation>역전파가 틀렸다고 생각하는 계층을 고르세요.</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>계산 중…</translation>
    </message>
    <message>
        <source>Layers of the network with a mistake in it</source>
        <translation>실수가 들어 있는 신경망의 계층</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>forward →</source>
        <translation>순전파 →</translation>
    </message>
    <message>
        <source>← the gradient comes from here</source>
        <translation>← 기울기가 여기서 와요</translation>
    </message>
    <message>
        <source>✗ {size}</source>
        <translation>✗ {size}</translation>
    </message>
</context>
<context>
    <name>CalibrationView</name>
    <message>
        <source>sure (%) → right (%)</source>
        <translation>확신도 (%) → 정확도 (%)</translation>
    </message>
    <message>
        <source>sure {between}: no images</source>
        <translation>확신도 {between}: 이미지 없음</translation>
    </message>
    <message>
        <source>sure {between}: {count} images, on average {sure} sure and {right} right</source>
        <translation>확신도 {between}: 이미지 {count}장, 평균 확신도 {sure}, 정확도 {right}</translation>
    </message>
</context>
<context>
    <name>Checking</name>
    <message>
        <source>No input of an activation lies within h of a kink.</source>
        <translation>활성화 함수의 입력 가운데 꺾인 점에서 h 거리 안에 있는 것은 없어요.</translation>
    </message>
    <message>
        <source>all at kinks</source>
        <translation>모두 꺾인 점</translation>
    </message>
    <message>
        <source>right ✓</source>
        <translation>맞음 ✓</translation>
    </message>
    <message>
        <source>too small to tell</source>
        <translation>너무 작아 판단 못 함</translation>
    </message>
    <message>
        <source>wrong ✗</source>
        <translation>틀림 ✗</translation>
    </message>
    <message>
        <source>{count} inputs lie within h of a kink, the first in {layer}, image {image}, unit {unit}: entries that move one across it are left out.</source>
        <translation>입력 {count}개가 꺾인 점에서 h 거리 안에 있어요. 첫째는 {layer}, 이미지 {image}, 뉴런 {unit}에 있어요. 움직이면 꺾인 점을 넘는 원소는 뺐어요.</translation>
    </message>
    <message>
        <source>{name} ({shape}): {compared} of {all} entries compared, mean difference {mean}, worst {worst}, backprop = {factor} × numerical; {kinks} left out at kinks: {verdict}</source>
        <translation>{name} ({shape}): 원소 {all}개 중 {compared}개 비교, 평균 차이 {mean}, 최대 {worst}, 역전파 = {factor} × 수치 미분; 꺾인 점이라 뺀 원소 {kinks}개: {verdict}</translation>
    </message>
</context>
<context>
    <name>CheckingPage</name>
    <message>
        <source>784-50-10</source>
        <translation>784-50-10</translation>
    </message>
    <message>
        <source>A mistake is planted: the check tells where.</source>
        <translation>실수를 하나 심었어요. 어디인지는 기울기 확인이 알려 줘요.</translation>
    </message>
    <message>
        <source>Backpropagation beside central differences, array by array.</source>
        <translation>오차역전파법과 중앙 차분을 배열마다 비교해요.</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Cost race</source>
        <translation>비용 비교</translation>
    </message>
    <message>
        <source>Every entry</source>
        <translation>모든 원소</translation>
    </message>
    <message>
        <source>Find the bug</source>
        <translation>버그 찾기</translation>
    </message>
    <message>
        <source>How many of the first training images make the batch. More of them take longer.</source>
        <translation>처음 훈련 이미지 몇 장으로 미니배치를 만들지 정해요. 많을수록 오래 걸려요.</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>이미지 수</translation>
    </message>
    <message>
        <source>Its number. The same number and seed give the same mistake.</source>
        <translation>퍼즐 번호예요. 번호와 시드가 같으면 실수도 같아요.</translation>
    </message>
    <message>
        <source>Mean |backprop − numerical| of 784-50-10 on the first three images, h = 1e−4. The seed of the publication is another one: within a factor of three it counts as the same.</source>
        <translation>h = 1e−4로 구한, 처음 이미지 세 장에 대한 784-50-10의 평균 |역전파 − 수치 미분|이에요. 책은 다른 시드를 썼으므로, 세 배 안이면 같다고 봐요.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>Next puzzle</source>
        <translation>다음 퍼즐</translation>
    </message>
    <message>
        <source>On the table</source>
        <translation>현재 신경망</translation>
    </message>
    <message>
        <source>On: all weights are compared, which takes a while. Off: a sample of large arrays.</source>
        <translation>켜면 모든 가중치를 비교하고, 시간이 좀 걸려요. 끄면 큰 배열은 일부만 비교해요.</translation>
    </message>
    <message>
        <source>On: the loss is −log(p + 1e−7), as in the book; its gradient leaves δ out.</source>
        <translation>켜면 책처럼 손실이 −log(p + 1e−7)이에요. 기울기에는 δ가 없어요.</translation>
    </message>
    <message>
        <source>On: with 7 digits, as networks are trained. Rounding is then about 1e−4.</source>
        <translation>켜면 신경망을 학습할 때처럼 7자리로 계산해요. 반올림 오차가 약 1e−4예요.</translation>
    </message>
    <message>
        <source>Plants another mistake in another network.</source>
        <translation>다른 신경망에 다른 실수를 심어요.</translation>
    </message>
    <message>
        <source>Puts the book&apos;s network on the Train screen. Undo there brings back what was on it.</source>
        <translation>책의 신경망을 학습 화면에 올려요. 거기서 실행 취소를 하면 전에 있던 것이 돌아와요.</translation>
    </message>
    <message>
        <source>Puzzle</source>
        <translation>퍼즐</translation>
    </message>
    <message>
        <source>Puzzle {number}: one line of the way back is wrong. A gradient is wrong from the mistake on, towards the first layer. Which layer is to blame? Click it.</source>
        <translation>퍼즐 {number}: 역전파의 한 줄이 틀렸어요. 기울기는 실수가 있는 곳부터 첫 계층 쪽으로 모두 틀려요. 어느 계층 탓일까요? 그 계층을 클릭하세요.</translation>
    </message>
    <message>
        <source>See it in the graph</source>
        <translation>그래프로 보기</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Shows softmax cross entropy as a graph, each gradient checked against a difference.</source>
        <translation>Softmax-with-Loss를 그래프로 보여 줘요. 기울기마다 차분으로 확인해요.</translation>
    </message>
    <message>
        <source>The book&apos;s network, with initial weights.</source>
        <translation>책의 신경망이에요. 가중치 초깃값을 써요.</translation>
    </message>
    <message>
        <source>The network of the Train screen, as it is now.</source>
        <translation>학습 화면의 신경망을 지금 상태 그대로 써요.</translation>
    </message>
    <message>
        <source>The small step. Larger: more is left out. Smaller: rounding takes over.</source>
        <translation>작은 간격이에요. 크면 절단 오차가 커지고, 작으면 반올림 오차가 커져요.</translation>
    </message>
    <message>
        <source>Train this</source>
        <translation>이 신경망 학습</translation>
    </message>
    <message>
        <source>Weights, sampled entries and puzzles are drawn from it.</source>
        <translation>가중치와 비교할 원소, 퍼즐을 여기서 뽑아요.</translation>
    </message>
    <message>
        <source>What both ways to one gradient cost.</source>
        <translation>같은 기울기를 구하는 두 방법의 비용이에요.</translation>
    </message>
    <message>
        <source>Which network is checked: a copy of this moment.</source>
        <translation>확인할 신경망이에요. 지금 상태의 사본을 써요.</translation>
    </message>
    <message>
        <source>Wrong: {arrays}.</source>
        <translation>틀린 배열: {arrays}.</translation>
    </message>
    <message>
        <source>array</source>
        <translation>배열</translation>
    </message>
    <message>
        <source>backpropagation</source>
        <translation>오차역전파법</translation>
    </message>
    <message>
        <source>central differences</source>
        <translation>중앙 차분</translation>
    </message>
    <message>
        <source>computed</source>
        <translation>계산한 횟수</translation>
    </message>
    <message>
        <source>entries compared</source>
        <translation>비교한 원소</translation>
    </message>
    <message>
        <source>factor</source>
        <translation>배율</translation>
    </message>
    <message>
        <source>float32</source>
        <translation>float32</translation>
    </message>
    <message>
        <source>h</source>
        <translation>h</translation>
    </message>
    <message>
        <source>left out at kinks</source>
        <translation>꺾인 점이라 뺀 원소</translation>
    </message>
    <message>
        <source>losses</source>
        <translation>손실 횟수</translation>
    </message>
    <message>
        <source>mean difference</source>
        <translation>평균 차이</translation>
    </message>
    <message>
        <source>relative error</source>
        <translation>상대 오차</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>초</translation>
    </message>
    <message>
        <source>the first {images} training images</source>
        <translation>훈련 이미지 처음 {images}장</translation>
    </message>
    <message>
        <source>way</source>
        <translation>방법</translation>
    </message>
    <message>
        <source>worst difference</source>
        <translation>최대 차이</translation>
    </message>
    <message>
        <source>{array}, batch sum</source>
        <translation>{array}, 미니배치 합</translation>
    </message>
    <message>
        <source>{array}, float32</source>
        <translation>{array}, float32</translation>
    </message>
    <message>
        <source>{array}, with δ</source>
        <translation>{array}, δ 포함</translation>
    </message>
    <message>
        <source>{images} drawn examples, for the data set does not fit or is not there</source>
        <translation>무작위로 뽑은 샘플 {images}개(데이터셋이 맞지 않거나 없어서)</translation>
    </message>
    <message>
        <source>{parameters} parameters, {given}, loss {loss}</source>
        <translation>매개변수 {parameters}개, {given}, 손실 {loss}</translation>
    </message>
    <message>
        <source>δ in the logarithm</source>
        <translation>로그 안의 δ</translation>
    </message>
    <message>
        <source>✗ It is not {layer}. The last array that is wrong is {array}: the mistake is in its own layer, or in one after it, up to the next layer whose arrays are right.</source>
        <translation>✗ {layer}(은/는) 아니에요. 틀린 배열 가운데 마지막은 {array}(이에요/예요). 실수는 그 배열의 계층부터 배열이 맞는 다음 계층까지, 그 가운데 한 계층에 있어요.</translation>
    </message>
</context>
<context>
    <name>ClassBars</name>
    <message>
        <source>class</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>right (%)</source>
        <translation>정확도 (%)</translation>
    </message>
    <message>
        <source>{name}: {share}, {right} of {total} right</source>
        <translation>{name}: {share}, {total}개 중 {right}개 맞음</translation>
    </message>
</context>
<context>
    <name>ClassColumns</name>
    <message>
        <source>{name}: {count} images, {share} of all</source>
        <translation>{name}: 이미지 {count}장, 전체의 {share}</translation>
    </message>
</context>
<context>
    <name>ClassRows</name>
    <message>
        <source>no images</source>
        <translation>이미지 없음</translation>
    </message>
    <message>
        <source>{name}: no images</source>
        <translation>{name}: 이미지 없음</translation>
    </message>
    <message>
        <source>{name}: {right} of {examples} right ({share}), mean loss {loss}</source>
        <translation>{name}: {examples}개 중 {right}개 맞음({share}), 평균 손실 {loss}</translation>
    </message>
</context>
<context>
    <name>ConfidenceRange</name>
    <message>
        <source>Hides images where the network is less sure of its prediction.</source>
        <translation>예측의 확신도가 이보다 낮은 이미지를 숨겨요.</translation>
    </message>
    <message>
        <source>Hides images where the network is more sure of its prediction.</source>
        <translation>예측의 확신도가 이보다 높은 이미지를 숨겨요.</translation>
    </message>
    <message>
        <source>Least confidence</source>
        <translation>최소 확신도</translation>
    </message>
    <message>
        <source>Most confidence</source>
        <translation>최대 확신도</translation>
    </message>
    <message>
        <source>to</source>
        <translation>~</translation>
    </message>
</context>
<context>
    <name>ConfusionPanel</name>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>혼동 행렬</translation>
    </message>
    <message>
        <source>How many images: from one mistake of a kind to the most of a kind.</source>
        <translation>이미지 수예요. 같은 오답이 하나뿐인 칸부터 가장 많은 칸까지 색으로 나타내요.</translation>
    </message>
    <message>
        <source>How often each label is predicted as each class. A click on a cell shows its images.</source>
        <translation>각 레이블을 어떤 클래스로 얼마나 자주 예측하는지 보여 줘요. 칸을 클릭하면 그 이미지들이 나와요.</translation>
    </message>
    <message>
        <source>Per cent of the images of this label, so that each row sums to 100. Off: how many images have this label and this prediction.</source>
        <translation>이 레이블의 이미지 가운데 몇 %인지 보여 줘요. 그래서 한 행을 더하면 100이에요. 끄면 레이블과 예측의 짝마다 이미지가 몇 장인지 보여 줘요.</translation>
    </message>
    <message>
        <source>Shares in per cent</source>
        <translation>백분율로 보기</translation>
    </message>
    <message>
        <source>This will show which digit is predicted as which other digit.</source>
        <translation>어떤 숫자를 어떤 다른 숫자로 예측하는지 여기에 나와요.</translation>
    </message>
    <message>
        <source>rows: label · columns: prediction</source>
        <translation>행: 레이블 · 열: 예측</translation>
    </message>
</context>
<context>
    <name>ConfusionView</name>
    <message>
        <source>all images: click to see them</source>
        <translation>모든 이미지: 클릭하면 보여 줘요</translation>
    </message>
    <message>
        <source>label {label}, prediction {prediction}: {count} images, {share} of this label</source>
        <translation>레이블 {label}, 예측 {prediction}: 이미지 {count}장, 이 레이블의 {share}</translation>
    </message>
    <message>
        <source>label {name}: click to see these images</source>
        <translation>레이블 {name}: 클릭하면 이 이미지들을 보여 줘요</translation>
    </message>
    <message>
        <source>prediction {name}: click to see these images</source>
        <translation>예측 {name}: 클릭하면 이 이미지들을 보여 줘요</translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>How many steps a second Play takes: to the right is faster.</source>
        <translation>재생할 때 1초에 몇 단계를 갈지 정해요. 오른쪽일수록 빨라요.</translation>
    </message>
    <message>
        <source>Speed: {speed} steps a second</source>
        <translation>속도: 1초에 {speed}단계</translation>
    </message>
    <message>
        <source>Step of the trace</source>
        <translation>추적의 단계</translation>
    </message>
    <message>
        <source>The whole trace: the blue half goes forward, the red half backward. Drag to any step.</source>
        <translation>추적 전체예요. 파란 쪽은 순전파, 빨간 쪽은 역전파예요. 끌어서 원하는 단계로 가세요.</translation>
    </message>
    <message>
        <source>backward</source>
        <translation>역전파</translation>
    </message>
    <message>
        <source>before the first of {steps} steps</source>
        <translation>전체 {steps}단계, 시작 전</translation>
    </message>
    <message>
        <source>forward</source>
        <translation>순전파</translation>
    </message>
    <message>
        <source>speed</source>
        <translation>속도</translation>
    </message>
    <message>
        <source>step {number} of {steps} · {phase} · {symbol}</source>
        <translation>{steps}단계 중 {number}단계 · {phase} · {symbol}</translation>
    </message>
</context>
<context>
    <name>DataChoice</name>
    <message>
        <source>A CSV file with a label and numbers in each row, or an .npz file.</source>
        <translation>행마다 레이블과 수가 있는 CSV 파일, 또는 .npz 파일이에요.</translation>
    </message>
    <message>
        <source>A CSV file, an .npz file, or one of four IDX files</source>
        <translation>CSV 파일, .npz 파일, 또는 IDX 파일 네 개 중 하나</translation>
    </message>
    <message>
        <source>A folder with IDX files, or with one subfolder of pictures for each class</source>
        <translation>IDX 파일이 있는 폴더, 또는 클래스마다 그림 하위 폴더가 하나씩 있는 폴더</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>모든 파일</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>파일…</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>폴더…</translation>
    </message>
    <message>
        <source>Four IDX files as those of MNIST, or a subfolder of pictures for each class.</source>
        <translation>MNIST처럼 IDX 파일 네 개가 있거나, 클래스마다 그림 하위 폴더가 하나씩 있는 폴더예요.</translation>
    </message>
</context>
<context>
    <name>DataPages</name>
    <message>
        <source>At a glance</source>
        <translation>한눈에 보기</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>평가</translation>
    </message>
    <message>
        <source>Follow a mistake</source>
        <translation>오답 따라가기</translation>
    </message>
    <message>
        <source>From a mistake, through its gradient, to one update</source>
        <translation>오답에서 기울기를 거쳐 갱신 한 번까지 따라가기</translation>
    </message>
    <message>
        <source>Predictions and drawing</source>
        <translation>예측과 손그림</translation>
    </message>
    <message>
        <source>The data are being read …</source>
        <translation>데이터를 읽고 있어요 …</translation>
    </message>
    <message>
        <source>The network is predicting …</source>
        <translation>신경망이 예측하고 있어요 …</translation>
    </message>
    <message>
        <source>The predictions could not be computed: {reason}.</source>
        <translation>예측을 계산하지 못했어요: {reason}.</translation>
    </message>
    <message>
        <source>The test set class by class, the worst mistakes, and how honest the confidence is</source>
        <translation>시험 데이터의 클래스별 결과, 손실이 큰 오답, 확신도를 얼마나 믿을 수 있는지</translation>
    </message>
    <message>
        <source>What the data set is made of</source>
        <translation>데이터셋이 무엇으로 이루어져 있는지</translation>
    </message>
    <message>
        <source>Which class is taken for which, and what the network predicts for a drawing</source>
        <translation>어떤 클래스를 어떤 클래스로 예측하는지, 손그림을 무엇으로 예측하는지</translation>
    </message>
    <message>
        <source>initial weights: not trained yet</source>
        <translation>가중치 초깃값: 아직 학습하지 않음</translation>
    </message>
    <message>
        <source>{name}, iteration {iteration}</source>
        <translation>{name}, {iteration}번째 반복</translation>
    </message>
</context>
<context>
    <name>DataWorkspace</name>
    <message>
        <source>Go to Train</source>
        <translation>학습 화면으로</translation>
    </message>
</context>
<context>
    <name>Descent</name>
    <message>
        <source>rate {rate} from ({x}, {y})</source>
        <translation>학습률 {rate}, ({x}, {y})에서 출발</translation>
    </message>
    <message>
        <source>rate {rate}, by differences</source>
        <translation>학습률 {rate}, 차분으로</translation>
    </message>
    <message>
        <source>{title}, {rate}</source>
        <translation>{title}, {rate}</translation>
    </message>
    <message>
        <source>∇f({x}, {y})</source>
        <translation>∇f({x}, {y})</translation>
    </message>
</context>
<context>
    <name>DescentPage</name>
    <message>
        <source>A surface to begin with. Any other is typed below.</source>
        <translation>시작할 곡면이에요. 다른 곡면은 아래에 직접 쓰세요.</translation>
    </message>
    <message>
        <source>All six from one start, on the long valley of the book.</source>
        <translation>여섯 기법이 모두 같은 출발점에서 책의 긴 골짜기를 내려가요.</translation>
    </message>
    <message>
        <source>An edge of what is seen at least; both axes keep one scale.</source>
        <translation>적어도 여기까지 보여 줘요. 두 축은 같은 눈금을 써요.</translation>
    </message>
    <message>
        <source>By differences</source>
        <translation>차분으로</translation>
    </message>
    <message>
        <source>Drag the start. Keys: the arrows move it; with Shift ×10.</source>
        <translation>출발점을 끌어 보세요. 키: 화살표 키로 움직이고, Shift와 함께 누르면 ×10이에요.</translation>
    </message>
    <message>
        <source>How many are computed. More of them lead further.</source>
        <translation>계산할 갱신 횟수예요. 많을수록 더 멀리 가요.</translation>
    </message>
    <message>
        <source>How many of them are seen; the slider sets it, too.</source>
        <translation>그중 몇 번까지 보여 줄지 정해요. 슬라이더로도 바꿀 수 있어요.</translation>
    </message>
    <message>
        <source>On: central differences with h = 0.0001, as in the book, in place of the exact gradient.</source>
        <translation>켜면 정확한 기울기 대신 책처럼 h = 0.0001인 중앙 차분을 써요.</translation>
    </message>
    <message>
        <source>Puts the two-layer network with the first of these optimizers, at its usual rate, on the Train screen. Undo there brings back what was on it.</source>
        <translation>이 중 첫째 최적화 기법을 기본 학습률로 쓰는 2층 신경망을 학습 화면에 올려요. 거기서 실행 취소를 하면 전에 있던 것이 돌아와요.</translation>
    </message>
    <message>
        <source>Race of all six</source>
        <translation>여섯 기법 경주</translation>
    </message>
    <message>
        <source>Rate η</source>
        <translation>학습률 η</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>표시 횟수</translation>
    </message>
    <message>
        <source>Seen from x</source>
        <translation>x 최소</translation>
    </message>
    <message>
        <source>Seen from y</source>
        <translation>y 최소</translation>
    </message>
    <message>
        <source>Start x</source>
        <translation>출발점 x</translation>
    </message>
    <message>
        <source>Start y</source>
        <translation>출발점 y</translation>
    </message>
    <message>
        <source>Surface</source>
        <translation>곡면</translation>
    </message>
    <message>
        <source>The learning rate. A larger one strides, a too large one runs away.</source>
        <translation>학습률이에요. 크면 성큼성큼 가고, 너무 크면 달아나요.</translation>
    </message>
    <message>
        <source>The surface and the ways down</source>
        <translation>곡면과 내려가는 경로</translation>
    </message>
    <message>
        <source>Train with this</source>
        <translation>이것으로 학습</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>갱신 횟수</translation>
    </message>
    <message>
        <source>Where all ways begin. It is dragged in the picture, too.</source>
        <translation>모든 경로의 출발점이에요. 그림에서 끌어도 돼요.</translation>
    </message>
    <message>
        <source>Whether {title} goes.</source>
        <translation>{title}(을/를) 출발시킬지 정해요.</translation>
    </message>
    <message>
        <source>f(x, y)</source>
        <translation>f(x, y)</translation>
    </message>
    <message>
        <source>f, typed: x, y, numbers, + − * / **, and functions such as sin, exp, log, tanh, abs.</source>
        <translation>f를 직접 쓰세요: x, y, 수, + − * / **와 sin, exp, log, tanh, abs 같은 함수를 쓸 수 있어요.</translation>
    </message>
    <message>
        <source>optimizer</source>
        <translation>최적화 기법</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>to x</source>
        <translation>x 최대</translation>
    </message>
    <message>
        <source>to y</source>
        <translation>y 최대</translation>
    </message>
    <message>
        <source>typed below</source>
        <translation>직접 입력</translation>
    </message>
    <message>
        <source>update</source>
        <translation>갱신</translation>
    </message>
</context>
<context>
    <name>DescentPicture</name>
    <message>
        <source>Computing…</source>
        <translation>계산 중…</translation>
    </message>
    <message>
        <source>after {at} updates</source>
        <translation>갱신 {at}번 뒤</translation>
    </message>
    <message>
        <source>f from above, with −∇f: the way down</source>
        <translation>위에서 본 f와 내리막 방향 −∇f</translation>
    </message>
    <message>
        <source>f has no value here.</source>
        <translation>여기에는 f의 값이 없어요.</translation>
    </message>
    <message>
        <source>f has no value or no gradient at the start.</source>
        <translation>출발점에 f의 값이나 기울기가 없어요.</translation>
    </message>
    <message>
        <source>f there</source>
        <translation>그곳의 f</translation>
    </message>
    <message>
        <source>f({x}, {y}) = {height}</source>
        <translation>f({x}, {y}) = {height}</translation>
    </message>
    <message>
        <source>grey: f has no value; y</source>
        <translation>회색: f의 값이 없음; y</translation>
    </message>
    <message>
        <source>outside of the picture</source>
        <translation>그림 밖</translation>
    </message>
    <message>
        <source>position</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>runs away: far off since update {update}</source>
        <translation>{update}번째 갱신부터 멀리 달아났어요</translation>
    </message>
    <message>
        <source>start ({x}, {y}): ∂f/∂x = {fx}, ∂f/∂y = {fy}; by differences {dx}, {dy}</source>
        <translation>출발점 ({x}, {y}): ∂f/∂x = {fx}, ∂f/∂y = {fy}; 차분으로 {dx}, {dy}</translation>
    </message>
</context>
<context>
    <name>DetailPanel</name>
    <message>
        <source>As loaded</source>
        <translation>읽은 배열</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Follow this mistake</source>
        <translation>이 오답 따라가기</translation>
    </message>
    <message>
        <source>For an image that is predicted wrong: the way from its probabilities back to the weights, and what one update would change.</source>
        <translation>잘못 예측한 이미지에서 써요. 확률에서 가중치까지 거꾸로 따라가고, 갱신 한 번이 무엇을 바꾸는지 보여 줘요.</translation>
    </message>
    <message>
        <source>How sure the network is of each class; ↑ and ↓ go from class to class.</source>
        <translation>신경망이 각 클래스를 얼마나 확신하는지 보여 줘요. ↑와 ↓로 클래스를 옮겨 다녀요.</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Image, pixel by pixel</source>
        <translation>픽셀 단위로 본 이미지</translation>
    </message>
    <message>
        <source>Inside the network</source>
        <translation>신경망 내부</translation>
    </message>
    <message>
        <source>Label {label}</source>
        <translation>레이블 {label}</translation>
    </message>
    <message>
        <source>Label {label}, prediction</source>
        <translation>레이블 {label}, 예측</translation>
    </message>
    <message>
        <source>Opens a window with every pixel&apos;s value as a number.</source>
        <translation>모든 픽셀의 값을 수로 보여 주는 창을 열어요.</translation>
    </message>
    <message>
        <source>Opens this image and this network as a graph, to step through it forward and back, number by number.</source>
        <translation>이 이미지와 이 신경망을 그래프로 열어요. 순전파와 역전파를 수 하나하나 따라가며 한 단계씩 볼 수 있어요.</translation>
    </message>
    <message>
        <source>Outputs of the network by class</source>
        <translation>클래스별 신경망 출력</translation>
    </message>
    <message>
        <source>Point at a pixel to read its value.</source>
        <translation>픽셀을 가리키면 값이 나와요.</translation>
    </message>
    <message>
        <source>Takes the drawing out (Delete). Undo brings it back.</source>
        <translation>손그림을 지워요 (Delete). 실행 취소를 누르면 돌아와요.</translation>
    </message>
    <message>
        <source>Target ({values})</source>
        <translation>정답 ({values})</translation>
    </message>
    <message>
        <source>The arrays that load_mnist makes of this image</source>
        <translation>load_mnist가 이 이미지로 만드는 배열</translation>
    </message>
    <message>
        <source>The current network gives no prediction here.</source>
        <translation>현재 신경망은 이 데이터를 예측하지 못해요.</translation>
    </message>
    <message>
        <source>The image, enlarged. Point at a pixel to read its value.</source>
        <translation>크게 본 이미지예요. 픽셀을 가리키면 값을 읽을 수 있어요.</translation>
    </message>
    <message>
        <source>The network is predicting …</source>
        <translation>신경망이 예측하고 있어요 …</translation>
    </message>
    <message>
        <source>Trace in the graph</source>
        <translation>그래프로 추적</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>값</translation>
    </message>
    <message>
        <source>What this image does in each layer</source>
        <translation>이 이미지가 각 계층에서 만드는 값</translation>
    </message>
    <message>
        <source>row {row}, column {column}: {value}</source>
        <translation>{row}행 {column}열: {value}</translation>
    </message>
</context>
<context>
    <name>DifferenceImages</name>
    <message>
        <source>The difference at each weight of the units that are compared, in the shape of the input. Where a right gradient leaves only rounding, the only pattern is that of the pixels that are not 0.</source>
        <translation>비교한 뉴런의 가중치마다 차이를 입력의 모양대로 보여 줘요. 기울기가 맞으면 반올림 오차만 남아서, 0이 아닌 픽셀의 무늬 말고는 아무 무늬도 없어요.</translation>
    </message>
    <message>
        <source>W1: backprop − numerical</source>
        <translation>W1: 역전파 − 수치 미분</translation>
    </message>
</context>
<context>
    <name>DifferencesPicture</name>
    <message>
        <source>Error of the difference</source>
        <translation>차분의 오차</translation>
    </message>
    <message>
        <source>Magnified</source>
        <translation>확대</translation>
    </message>
    <message>
        <source>Magnified: h is one unit wide</source>
        <translation>확대: h를 1로 나타냄</translation>
    </message>
    <message>
        <source>The curve and its tangent</source>
        <translation>곡선과 접선</translation>
    </message>
    <message>
        <source>a kink: there is no f′({x}); backpropagation takes {slope}</source>
        <translation>꺾인 점: f′({x})(이/가) 없어요. 오차역전파법은 {slope}(을/를) 써요</translation>
    </message>
    <message>
        <source>central</source>
        <translation>중앙 차분</translation>
    </message>
    <message>
        <source>central, float32</source>
        <translation>중앙 차분, float32</translation>
    </message>
    <message>
        <source>central, float64</source>
        <translation>중앙 차분, float64</translation>
    </message>
    <message>
        <source>change of f, in h</source>
        <translation>f의 변화, h 단위</translation>
    </message>
    <message>
        <source>distance from x, in h</source>
        <translation>x에서의 거리, h 단위</translation>
    </message>
    <message>
        <source>f has no value or no derivative at x = {x}.</source>
        <translation>x = {x}에는 f의 값이나 미분이 없어요.</translation>
    </message>
    <message>
        <source>f(x)</source>
        <translation>f(x)</translation>
    </message>
    <message>
        <source>f(x), a gap</source>
        <translation>f(x), 빈 곳 있음</translation>
    </message>
    <message>
        <source>f(x), cut</source>
        <translation>f(x), 일부 잘림</translation>
    </message>
    <message>
        <source>f(x), cut: it reaches {least} to {most}</source>
        <translation>f(x), 일부 잘림: {least}부터 {most}까지</translation>
    </message>
    <message>
        <source>f(x), with a gap where it jumps or has no value</source>
        <translation>f(x), 뛰거나 값이 없는 곳은 비움</translation>
    </message>
    <message>
        <source>forward</source>
        <translation>전방 차분</translation>
    </message>
    <message>
        <source>forward, float32</source>
        <translation>전방 차분, float32</translation>
    </message>
    <message>
        <source>forward, float64</source>
        <translation>전방 차분, float64</translation>
    </message>
    <message>
        <source>least error here, in float64: central at h = {central}, forward at h = {forward}</source>
        <translation>여기서 오차가 가장 작은 h (float64): 중앙 차분 h = {central}, 전방 차분 h = {forward}</translation>
    </message>
    <message>
        <source>tangent: f′({x}) = {slope}, by backpropagation</source>
        <translation>접선: f′({x}) = {slope}, 오차역전파법으로</translation>
    </message>
    <message>
        <source>truncation →</source>
        <translation>절단 오차 →</translation>
    </message>
    <message>
        <source>{name}: {slope}, error {error}</source>
        <translation>{name}: {slope}, 오차 {error}</translation>
    </message>
    <message>
        <source>|error|</source>
        <translation>|오차|</translation>
    </message>
    <message>
        <source>← rounding</source>
        <translation>← 반올림 오차</translation>
    </message>
</context>
<context>
    <name>DigitRow</name>
    <message>
        <source>Digits of the picture</source>
        <translation>그림 속 숫자</translation>
    </message>
    <message>
        <source>One button for each digit of the picture: a click shows its prediction.</source>
        <translation>그림의 숫자마다 버튼이 하나씩 있어요. 클릭하면 그 숫자의 예측을 보여 줘요.</translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>Preset</source>
        <translation>프리셋</translation>
    </message>
    <message>
        <source>Put {run} on the table</source>
        <translation>{run} 불러오기</translation>
    </message>
    <message>
        <source>Run {number}</source>
        <translation>학습 {number}</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>제목 없음</translation>
    </message>
</context>
<context>
    <name>DotsView</name>
    <message>
        <source>Computing…</source>
        <translation>계산 중…</translation>
    </message>
    <message>
        <source>Differences of the parameter arrays</source>
        <translation>매개변수 배열마다의 차이</translation>
    </message>
    <message>
        <source>How far backpropagation and central differences are apart, array by array.</source>
        <translation>역전파와 중앙 차분이 얼마나 다른지 배열마다 보여 줘요.</translation>
    </message>
    <message>
        <source>|backprop − numerical|:  ● mean  ○ worst</source>
        <translation>|역전파 − 수치 미분|:  ● 평균  ○ 최대</translation>
    </message>
</context>
<context>
    <name>DrawActions</name>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>보관</translation>
    </message>
    <message>
        <source>Keep the drawing</source>
        <translation>손그림 보관</translation>
    </message>
    <message>
        <source>Keeps the drawing with the label that you choose, in a set of its own beside train and test. You can browse it there, follow it if it is a mistake, and delete it.</source>
        <translation>레이블을 고르면 손그림을 훈련, 시험 데이터와 따로 보관해요. 거기서 둘러보고, 오답이면 따라가 보고, 지울 수도 있어요.</translation>
    </message>
    <message>
        <source>Open a file …</source>
        <translation>파일 열기 …</translation>
    </message>
    <message>
        <source>Open a picture instead of drawing: it may be dark on light or light on dark.</source>
        <translation>그리는 대신 그림을 열어요. 밝은 바탕에 어두운 글씨든, 어두운 바탕에 밝은 글씨든 괜찮아요.</translation>
    </message>
    <message>
        <source>Open a picture of a digit</source>
        <translation>숫자 그림 열기</translation>
    </message>
    <message>
        <source>Opens this drawing and this network as a graph, with the label that you choose: the loss needs one. The drawing need not be kept.</source>
        <translation>손그림과 이 신경망을 그래프로 열어요. 손실을 구하려면 레이블이 필요하니 하나 고르세요. 손그림을 보관하지 않아도 돼요.</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>붙여넣기</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.bmp *.gif *.webp *.tif *.tiff)</source>
        <translation>그림 (*.png *.jpg *.jpeg *.bmp *.gif *.webp *.tif *.tiff)</translation>
    </message>
    <message>
        <source>Take a picture</source>
        <translation>그림 가져오기</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>추적</translation>
    </message>
    <message>
        <source>Trace the drawing in the graph</source>
        <translation>손그림을 그래프로 추적</translation>
    </message>
</context>
<context>
    <name>DrawPad</name>
    <message>
        <source>row {row}, column {column}: empty</source>
        <translation>{row}행 {column}열: 비어 있음</translation>
    </message>
    <message>
        <source>row {row}, column {column}: ink</source>
        <translation>{row}행 {column}열: 획 있음</translation>
    </message>
</context>
<context>
    <name>DrawPanel</name>
    <message>
        <source>Draw a digit here, or drop or paste a picture</source>
        <translation>여기에 숫자를 그리거나, 그림을 끌어다 놓거나 붙여넣으세요</translation>
    </message>
    <message>
        <source>Draw with the left button, erase with the right one. Ctrl+Z takes a stroke back, Delete clears, Ctrl+V pastes a picture.</source>
        <translation>마우스 왼쪽 버튼으로 그리고 오른쪽 버튼으로 지우세요. Ctrl+Z는 한 획을 되돌리고, Delete는 모두 지우고, Ctrl+V는 그림을 붙여넣어요.</translation>
    </message>
    <message>
        <source>Drawing pad</source>
        <translation>그리기 판</translation>
    </message>
    <message>
        <source>Keep a drawing</source>
        <translation>손그림 보관</translation>
    </message>
    <message>
        <source>Kept as drawing {index}, label {label}. “drawings” at the left shows it.</source>
        <translation>손그림 {index}(으로/로) 보관했어요. 레이블은 {label}(이에요/예요). 왼쪽의 “손그림”을 고르면 볼 수 있어요.</translation>
    </message>
    <message>
        <source>Nothing is drawn, so there is no prediction. It appears here while you draw.</source>
        <translation>아직 아무것도 그리지 않아서 예측이 없어요. 그리는 동안 여기에 나와요.</translation>
    </message>
    <message>
        <source>The network is predicting …</source>
        <translation>신경망이 예측하고 있어요 …</translation>
    </message>
    <message>
        <source>The picture is open, but the network takes {values} numbers that are not the pixels of an image. Choose mnist in Train, and the picture is predicted here.</source>
        <translation>그림을 열었지만, 이 신경망은 이미지의 픽셀이 아닌 수 {values}개를 받아요. 학습 화면에서 mnist를 고르면 여기서 그림을 예측해요.</translation>
    </message>
    <message>
        <source>There is no picture to paste: copy one first.</source>
        <translation>붙여넣을 그림이 없어요. 먼저 그림을 복사하세요.</translation>
    </message>
    <message>
        <source>These data are not images: choose MNIST in Train, and draw a digit here.</source>
        <translation>이 데이터는 이미지가 아니에요. 학습 화면에서 MNIST를 고른 다음 여기에 숫자를 그리세요.</translation>
    </message>
    <message>
        <source>drawing {index}</source>
        <translation>손그림 {index}</translation>
    </message>
    <message>
        <source>not trained yet</source>
        <translation>아직 학습하지 않음</translation>
    </message>
</context>
<context>
    <name>DrawTools</name>
    <message>
        <source>Clear the drawing</source>
        <translation>손그림 비우기</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>지우개</translation>
    </message>
    <message>
        <source>Eraser: take ink away. The right mouse button does so, too.</source>
        <translation>지우개: 획을 지워요. 마우스 오른쪽 버튼으로도 지울 수 있어요.</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>펜</translation>
    </message>
    <message>
        <source>Pen: draw ink.</source>
        <translation>펜: 획을 그려요.</translation>
    </message>
    <message>
        <source>Take all ink away (Delete). Undo brings it back.</source>
        <translation>그린 것을 모두 지워요 (Delete). 실행 취소를 누르면 돌아와요.</translation>
    </message>
    <message>
        <source>Take back the last stroke, or what was done last here (Ctrl+Z).</source>
        <translation>마지막 획이나 여기서 마지막에 한 일을 되돌려요 (Ctrl+Z).</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
</context>
<context>
    <name>Drawing</name>
    <message>
        <source>Clear the drawing</source>
        <translation>손그림 비우기</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>그림</translation>
    </message>
    <message>
        <source>Stroke</source>
        <translation>획</translation>
    </message>
</context>
<context>
    <name>EvaluationPage</name>
    <message>
        <source>A regression has no classes: its mean loss is all there is.</source>
        <translation>회귀에는 클래스가 없어서 평균 손실만 있어요.</translation>
    </message>
    <message>
        <source>Accuracy and mean loss by class</source>
        <translation>클래스별 정확도와 평균 손실</translation>
    </message>
    <message>
        <source>Accuracy by class</source>
        <translation>클래스별 정확도</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>보정도</translation>
    </message>
    <message>
        <source>Calibration · error {error}</source>
        <translation>보정도 · 오차 {error}</translation>
    </message>
    <message>
        <source>Calibration: confidence against accuracy</source>
        <translation>보정도: 확신도와 정확도 비교</translation>
    </message>
    <message>
        <source>Evaluate now</source>
        <translation>지금 평가</translation>
    </message>
    <message>
        <source>Evaluates the current network on the whole test set, while training goes on. After a pause and at the end this happens by itself.</source>
        <translation>학습을 계속하면서 지금의 신경망을 시험 데이터 전체로 평가해요. 일시 정지한 뒤와 학습이 끝날 때는 저절로 평가해요.</translation>
    </message>
    <message>
        <source>Images in bins by how sure the network is: the bar is the share it gets right, the line how sure it is. The expected calibration error is the mean distance between the two.</source>
        <translation>이미지를 신경망의 확신도에 따라 구간으로 나눠요. 막대는 맞게 예측한 비율이고, 선은 확신도예요. 기대 보정 오차(ECE)는 둘 사이 거리의 평균이에요.</translation>
    </message>
    <message>
        <source>Mean test loss</source>
        <translation>평균 시험 손실</translation>
    </message>
    <message>
        <source>Mean training loss</source>
        <translation>평균 훈련 손실</translation>
    </message>
    <message>
        <source>Right in % (bars from {floor}), loss</source>
        <translation>정확도 % (막대는 {floor}부터), 손실</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>학습 시작</translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation>시험 정확도</translation>
    </message>
    <message>
        <source>The predictions with the largest loss first. Click to look at one.</source>
        <translation>손실이 가장 큰 예측부터 보여 줘요. 클릭하면 자세히 볼 수 있어요.</translation>
    </message>
    <message>
        <source>The share of the test set that is right, class by class.</source>
        <translation>시험 데이터에서 맞힌 비율을 클래스마다 보여 줘요.</translation>
    </message>
    <message>
        <source>The share predicted right and the mean loss of each class; ▾ marks the weakest. Click: its images.</source>
        <translation>클래스마다 맞게 예측한 비율과 평균 손실이에요. 가장 약한 클래스에 ▾ 표시가 있어요. 클릭하면 그 이미지들을 보여 줘요.</translation>
    </message>
    <message>
        <source>This could not be evaluated: {reason}.</source>
        <translation>평가하지 못했어요: {reason}.</translation>
    </message>
    <message>
        <source>This will show how much of the test set the network gets right, class by class.</source>
        <translation>신경망이 시험 데이터를 얼마나 맞히는지 클래스별로 여기에 나와요.</translation>
    </message>
    <message>
        <source>Training accuracy</source>
        <translation>훈련 정확도</translation>
    </message>
    <message>
        <source>Worst mistakes</source>
        <translation>손실이 큰 오답</translation>
    </message>
    <message>
        <source>after {iterations}</source>
        <translation>{iterations} 뒤</translation>
    </message>
    <message>
        <source>after {iterations}; out of date</source>
        <translation>{iterations} 뒤; 최신 아님</translation>
    </message>
    <message>
        <source>evaluating… {share}</source>
        <translation>평가 중… {share}</translation>
    </message>
    <message>
        <source>not evaluated yet</source>
        <translation>아직 평가하지 않음</translation>
    </message>
    <message>
        <source>{share} right</source>
        <translation>정확도 {share}</translation>
    </message>
    <message>
        <source>{wrong} of {total} wrong · mean loss {loss} · {network}</source>
        <translation>{total}개 중 오답 {wrong}개 · 평균 손실 {loss} · {network}</translation>
    </message>
</context>
<context>
    <name>ExamplesModel</name>
    <message>
        <source>index</source>
        <translation>번호</translation>
    </message>
    <message>
        <source>label</source>
        <translation>레이블</translation>
    </message>
    <message>
        <source>prediction</source>
        <translation>예측</translation>
    </message>
</context>
<context>
    <name>ExamplesPanel</name>
    <message>
        <source>Examples</source>
        <translation>예제</translation>
    </message>
    <message>
        <source>The graphs of the book and others. The marked one is drawn; ✓ says that the book agrees.</source>
        <translation>책의 그래프와 그 밖의 그래프예요. 선택한 것을 그려요. ✓는 책과 일치한다는 뜻이에요.</translation>
    </message>
    <message>
        <source>does not match the book</source>
        <translation>책과 불일치</translation>
    </message>
    <message>
        <source>matches the book</source>
        <translation>책과 일치</translation>
    </message>
</context>
<context>
    <name>ExpressionBar</name>
    <message>
        <source>A calculation, one name on each line: “s = x + y”, then “z = s * w”. A line such as “x = 2” or “W = [[1, 2], [3, 4]]” gives an input its value. Enter draws, and Shift+Enter begins a line.</source>
        <translation>계산식이에요. 한 줄에 이름 하나씩 쓰세요. “s = x + y” 다음 줄에 “z = s * w”처럼요. “x = 2”나 “W = [[1, 2], [3, 4]]” 같은 줄은 입력에 값을 줘요. Enter를 누르면 그리고, Shift+Enter를 누르면 줄을 바꿔요.</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>그리기</translation>
    </message>
    <message>
        <source>Draw the graph of this expression (Enter).</source>
        <translation>이 식의 그래프를 그려요 (Enter).</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>식</translation>
    </message>
    <message>
        <source>Write an expression: z = (x + y) * w</source>
        <translation>식을 쓰세요: z = (x + y) * w</translation>
    </message>
</context>
<context>
    <name>FaultDialog</name>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>자세한 내용 복사</translation>
    </message>
    <message>
        <source>Faults since then, in the log: {count}</source>
        <translation>그 뒤로 로그에 쓴 오류: {count}개</translation>
    </message>
    <message>
        <source>Something broke</source>
        <translation>문제 발생</translation>
    </message>
    <message>
        <source>Something inside the program broke</source>
        <translation>프로그램 안에서 문제가 생겼어요</translation>
    </message>
    <message>
        <source>The details below are also in the log, {path}.</source>
        <translation>아래의 자세한 내용은 로그 {path}에도 있어요.</translation>
    </message>
    <message>
        <source>The log could not be written, so the details are only here.</source>
        <translation>로그를 쓰지 못해서, 자세한 내용은 여기에만 있어요.</translation>
    </message>
    <message>
        <source>What the program knows of the fault, to be copied into a report.</source>
        <translation>오류에 관해 프로그램이 아는 내용이에요. 문제를 알릴 때 복사해서 쓰세요.</translation>
    </message>
    <message>
        <source>You can still use the window, and your network and settings are still there.</source>
        <translation>창은 계속 쓸 수 있고, 신경망과 설정도 그대로 있어요.</translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>The same fault again. It is in the log.</source>
        <translation>같은 오류가 또 생겼어요. 로그에 있어요.</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>Its data are still being read.</source>
        <translation>데이터를 읽는 중이에요.</translation>
    </message>
    <message>
        <source>Model file</source>
        <translation>모델 파일</translation>
    </message>
    <message>
        <source>Models (*.{suffix})</source>
        <translation>모델 (*.{suffix})</translation>
    </message>
    <message>
        <source>Open a model</source>
        <translation>모델 열기</translation>
    </message>
    <message>
        <source>Opened {name}.</source>
        <translation>{name}(을/를) 열었어요.</translation>
    </message>
    <message>
        <source>Replace {name}</source>
        <translation>{name} 덮어쓰기</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>다른 이름으로 저장…</translation>
    </message>
    <message>
        <source>Save the model</source>
        <translation>모델 저장</translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>{name}(을/를) 저장했어요.</translation>
    </message>
    <message>
        <source>Saved {name}: the network with the settings of its run. Later edits are not in it.</source>
        <translation>{name}(을/를) 저장했어요. 신경망과 그 학습의 설정이 들어 있고, 나중에 편집한 것은 들어 있지 않아요.</translation>
    </message>
    <message>
        <source>The trained network of {name} is not saved.</source>
        <translation>{name}의 학습된 신경망을 아직 저장하지 않았어요.</translation>
    </message>
    <message>
        <source>There is no network to save yet. {reason}</source>
        <translation>아직 저장할 신경망이 없어요. {reason}</translation>
    </message>
    <message>
        <source>Unsaved network</source>
        <translation>저장하지 않은 신경망</translation>
    </message>
    <message>
        <source>Without saving, what it has learned is lost.</source>
        <translation>저장하지 않으면 배운 것이 사라져요.</translation>
    </message>
    <message>
        <source>{path} is gone: it was moved, renamed or deleted. It has left the list.</source>
        <translation>{path}(이/가) 없어요: 옮겼거나, 이름을 바꿨거나, 지운 파일이에요. 목록에서 뺐어요.</translation>
    </message>
</context>
<context>
    <name>FilterPanel</name>
    <message>
        <source>Clear</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>확신도</translation>
    </message>
    <message>
        <source>Go to number</source>
        <translation>번호로 이동</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>레이블</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>Removes all conditions and shows all images again.</source>
        <translation>조건을 모두 지우고 모든 이미지를 다시 보여 줘요.</translation>
    </message>
    <message>
        <source>Right or wrong</source>
        <translation>맞음/틀림</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>정렬 기준</translation>
    </message>
    <message>
        <source>The index of an example. Enter chooses it; a filter that would hide it is cleared.</source>
        <translation>샘플의 번호예요. Enter를 누르면 그 샘플을 골라요. 필터에 가려질 샘플이면 필터를 지워요.</translation>
    </message>
    <message>
        <source>The labels of the images. If none is chosen, all images are shown.</source>
        <translation>이미지의 레이블이에요. 아무것도 고르지 않으면 모든 이미지를 보여 줘요.</translation>
    </message>
    <message>
        <source>The network learns from the training set. The test set shows how well it predicts images that it has never seen. Drawings are those that you keep; neither training nor evaluation uses them.</source>
        <translation>신경망은 훈련 데이터로 배워요. 시험 데이터는 처음 보는 이미지를 얼마나 잘 예측하는지 알려 줘요. 손그림은 보관해 둔 그림이고, 학습에도 평가에도 쓰지 않아요.</translation>
    </message>
    <message>
        <source>The order of the images. If you sort by loss, largest first, the worst mistakes come first.</source>
        <translation>이미지의 순서예요. 손실이 큰 것부터 정렬하면 가장 크게 틀린 오답이 맨 앞에 와요.</translation>
    </message>
    <message>
        <source>The predictions of the network. If none is chosen, all images are shown.</source>
        <translation>신경망의 예측이에요. 아무것도 고르지 않으면 모든 이미지를 보여 줘요.</translation>
    </message>
    <message>
        <source>The probability that the network gives its prediction, from the lowest to the highest.</source>
        <translation>신경망이 자기 예측에 준 확률이에요. 가장 낮은 값부터 가장 높은 값까지 정하세요.</translation>
    </message>
    <message>
        <source>Whether the prediction equals the label.</source>
        <translation>예측이 레이블과 같은 이미지나 다른 이미지만 볼 수 있어요.</translation>
    </message>
    <message>
        <source>all</source>
        <translation>모두</translation>
    </message>
    <message>
        <source>all predictions</source>
        <translation>모든 예측</translation>
    </message>
    <message>
        <source>drawings</source>
        <translation>손그림</translation>
    </message>
    <message>
        <source>drawings that you keep</source>
        <translation>보관한 손그림</translation>
    </message>
    <message>
        <source>label {name}</source>
        <translation>레이블 {name}</translation>
    </message>
    <message>
        <source>prediction {name}</source>
        <translation>예측 {name}</translation>
    </message>
    <message>
        <source>right predictions</source>
        <translation>맞은 예측</translation>
    </message>
    <message>
        <source>right ✓</source>
        <translation>맞음 ✓</translation>
    </message>
    <message>
        <source>test</source>
        <translation>시험</translation>
    </message>
    <message>
        <source>test set</source>
        <translation>시험 데이터</translation>
    </message>
    <message>
        <source>train</source>
        <translation>훈련</translation>
    </message>
    <message>
        <source>training set</source>
        <translation>훈련 데이터</translation>
    </message>
    <message>
        <source>wrong predictions</source>
        <translation>틀린 예측</translation>
    </message>
    <message>
        <source>wrong ✗</source>
        <translation>틀림 ✗</translation>
    </message>
</context>
<context>
    <name>FlowPicture</name>
    <message>
        <source>- - -  h′ alone, multiplied</source>
        <translation>- - -  h′만 곱한 값</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>계산 중…</translation>
    </message>
    <message>
        <source>Seed {seed}. Another gives other numbers: in layer 5, those of ReLU differ by about a third.</source>
        <translation>시드 {seed}. 시드가 바뀌면 값도 달라져요. ReLU의 5번째 계층에서는 3분의 1쯤 달라져요.</translation>
    </message>
    <message>
        <source>forward →  activations y</source>
        <translation>순전파 →  활성화값 y</translation>
    </message>
    <message>
        <source>← backward  sizes of ∂L/∂y</source>
        <translation>← 역전파  ∂L/∂y의 크기</translation>
    </message>
</context>
<context>
    <name>FoldButton</name>
    <message>
        <source>Fold the left panel away ({key})</source>
        <translation>왼쪽 패널 접기 ({key})</translation>
    </message>
    <message>
        <source>Fold the right panel away ({key})</source>
        <translation>오른쪽 패널 접기 ({key})</translation>
    </message>
    <message>
        <source>Unfold the left panel ({key})</source>
        <translation>왼쪽 패널 펼치기 ({key})</translation>
    </message>
    <message>
        <source>Unfold the right panel ({key})</source>
        <translation>오른쪽 패널 펼치기 ({key})</translation>
    </message>
</context>
<context>
    <name>FoldRow</name>
    <message>
        <source>These layers repeat one another. Press to fold their rows away (Enter).</source>
        <translation>되풀이되는 계층들이에요. 누르면 행을 접어요 (Enter).</translation>
    </message>
    <message>
        <source>These layers repeat one another. Press to see and change each of them (Enter).</source>
        <translation>되풀이되는 계층들이에요. 누르면 하나씩 보고 바꿀 수 있어요 (Enter).</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>접힘</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>펼침</translation>
    </message>
</context>
<context>
    <name>FormTexts</name>
    <message>
        <source>1st moment decay β₁</source>
        <translation>1차 모멘트 계수 β₁</translation>
    </message>
    <message>
        <source>2nd moment decay β₂</source>
        <translation>2차 모멘트 계수 β₂</translation>
    </message>
    <message>
        <source>A small number that is added to the root by which the update is divided, so that the divisor is never 0: {usual} is usual, 1e−7 is the book&apos;s. A larger number holds back the parameters whose gradients are small.</source>
        <translation>갱신을 나누는 제곱근에 더하는 작은 수예요. 나누는 수가 0이 되지 않게 해요. 보통 {usual}(을/를) 쓰고, 책에서는 1e−7을 써요. 크게 하면 기울기가 작은 매개변수가 덜 움직여요.</translation>
    </message>
    <message>
        <source>All chance starts from this number: initial weights, batches, dropout. The same seed gives the same run again; another seed gives another run.</source>
        <translation>가중치 초깃값, 미니배치, 드롭아웃 등에 쓰는 모든 난수가 이 수에서 나와요. 시드가 같으면 똑같은 학습이 되풀이되고, 다르면 다른 학습이 돼요.</translation>
    </message>
    <message>
        <source>An iteration is one mini-batch and one update; an epoch is as many as it takes to see all examples once.</source>
        <translation>반복 한 번은 미니배치 하나와 갱신 한 번이에요. 에폭은 모든 샘플을 한 번씩 볼 만큼의 반복이에요.</translation>
    </message>
    <message>
        <source>At random: with replacement, as in the book. Shuffled epochs: every example once an epoch.</source>
        <translation>무작위 추출: 책처럼 복원 추출해요. 에폭마다 섞기: 에폭마다 모든 샘플을 한 번씩 써요.</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>미니배치 크기</translation>
    </message>
    <message>
        <source>Batches drawn</source>
        <translation>미니배치 추출</translation>
    </message>
    <message>
        <source>Bias correction</source>
        <translation>편향 보정</translation>
    </message>
    <message>
        <source>Both means start at 0 and are too small at first. The place of the correction decides only what ε is added to.</source>
        <translation>두 평균은 0에서 시작하므로 처음에는 너무 작아요. 어디에서 보정하느냐에 따라 ε을 더하는 대상만 달라져요.</translation>
    </message>
    <message>
        <source>Class names</source>
        <translation>클래스 이름</translation>
    </message>
    <message>
        <source>Constants</source>
        <translation>상수</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>데이터셋</translation>
    </message>
    <message>
        <source>Decay rate α</source>
        <translation>감쇠 계수 α</translation>
    </message>
    <message>
        <source>Epochs a step</source>
        <translation>감소 간격 (에폭)</translation>
    </message>
    <message>
        <source>Epsilon ε</source>
        <translation>엡실론 ε</translation>
    </message>
    <message>
        <source>Evaluate on</source>
        <translation>평가 샘플 수</translation>
    </message>
    <message>
        <source>Factor of a step</source>
        <translation>감소 계수</translation>
    </message>
    <message>
        <source>How far each update goes along the gradient. A larger rate learns faster until it diverges; a smaller rate is slow but steady. It may be changed while training.</source>
        <translation>갱신할 때마다 기울기를 따라 얼마나 갈지 정해요. 크면 빨리 배우지만 너무 크면 발산해요. 작으면 느리지만 안정적이에요. 학습하는 동안에도 바꿀 수 있어요.</translation>
    </message>
    <message>
        <source>How long the run is. A longer run learns the training set better, up to overfitting.</source>
        <translation>얼마나 오래 학습할지 정해요. 오래 할수록 훈련 데이터를 더 잘 배우지만, 지나치면 오버피팅이 일어나요.</translation>
    </message>
    <message>
        <source>How many fixed examples of the training set an evaluation looks at; 0: all of them. With 10,000, a long run is done sooner, and its curves are a little less exact. The test set is used whole.</source>
        <translation>평가할 때 훈련 데이터에서 정해 놓고 보는 샘플의 수예요. 0이면 전부 봐요. 10,000으로 하면 긴 학습이 더 빨리 끝나지만 곡선은 조금 덜 정확해요. 시험 데이터는 전부 써요.</translation>
    </message>
    <message>
        <source>How much of the running mean of g² is kept at each update, from 0 to below 1; 0.99 is usual. A value nearer to 1 remembers longer and moves more evenly; a smaller one follows the newest gradients.</source>
        <translation>갱신할 때마다 g²의 이동 평균을 얼마나 남길지 정해요. 0 이상 1 미만이고, 보통 0.99예요. 1에 가까우면 더 오래 기억해서 고르게 움직이고, 작으면 최근 기울기를 따라요.</translation>
    </message>
    <message>
        <source>How much of the running mean of g² is kept at each update, from 0 to below 1; 0.999 is usual. A value nearer to 1 remembers longer and moves more evenly; a smaller one follows the newest gradients.</source>
        <translation>갱신할 때마다 g²의 이동 평균을 얼마나 남길지 정해요. 0 이상 1 미만이고, 보통 0.999예요. 1에 가까우면 더 오래 기억해서 고르게 움직이고, 작으면 최근 기울기를 따라요.</translation>
    </message>
    <message>
        <source>How much of the running mean of the gradient is kept at each update, from 0 to below 1; 0.9 is usual. A value nearer to 1 rolls on for longer; 0 follows the newest gradient alone.</source>
        <translation>갱신할 때마다 기울기의 이동 평균을 얼마나 남길지 정해요. 0 이상 1 미만이고, 보통 0.9예요. 1에 가까우면 더 오래 굴러가고, 0이면 가장 최근 기울기만 따라요.</translation>
    </message>
    <message>
        <source>How the gradient becomes an update.</source>
        <translation>기울기로 매개변수를 갱신하는 방법이에요.</translation>
    </message>
    <message>
        <source>How the learning rate changes over the run. A rate that falls settles more closely.</source>
        <translation>학습하는 동안 학습률을 어떻게 바꿀지 정해요. 학습률이 줄어들면 최솟값에 더 가까이 다가가요.</translation>
    </message>
    <message>
        <source>Largest pixel</source>
        <translation>최대 픽셀 값</translation>
    </message>
    <message>
        <source>Last share of the rate</source>
        <translation>마지막 학습률 비율</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>길이</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>모멘텀</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>최적화 기법</translation>
    </message>
    <message>
        <source>Rate schedule</source>
        <translation>학습률 스케줄</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>The constants of the optimizer. They are PyTorch&apos;s until you change them, which is seldom needed.</source>
        <translation>최적화 기법의 상수예요. 바꾸기 전에는 PyTorch의 값이고, 바꿀 일은 드물어요.</translation>
    </message>
    <message>
        <source>The factor by which the rate is multiplied at each step. With a factor nearer to 1 it falls more gently.</source>
        <translation>학습률을 줄일 때마다 곱하는 수예요. 1에 가까울수록 천천히 줄어요.</translation>
    </message>
    <message>
        <source>The names of the classes, with commas between them, one for each. Empty: the names that the data have, from folders or from a file labels.txt beside them, or numbers.</source>
        <translation>클래스 이름을 쉼표로 나누어 하나씩 쓰세요. 비워 두면 데이터에 있는 이름을 써요. 폴더 이름이나 데이터 옆의 labels.txt 파일에서 가져오고, 없으면 번호를 써요.</translation>
    </message>
    <message>
        <source>The number of epochs after which the rate falls. More epochs keep it high for longer.</source>
        <translation>몇 에폭마다 학습률을 줄일지 정해요. 크면 높은 학습률을 더 오래 유지해요.</translation>
    </message>
    <message>
        <source>The number of examples that each gradient is averaged over. More examples give a steadier gradient and fewer, slower updates; fewer give a noisy one.</source>
        <translation>기울기 하나를 구할 때 평균을 내는 샘플의 수예요. 많으면 기울기가 안정적이지만 갱신이 적고 느려져요. 적으면 기울기에 잡음이 많아요.</translation>
    </message>
    <message>
        <source>The optimizer of the run under way keeps its constants to the end: they can be changed when it is over.</source>
        <translation>진행 중인 학습의 최적화 기법은 상수를 끝까지 그대로 써요. 학습이 끝나면 바꿀 수 있어요.</translation>
    </message>
    <message>
        <source>The share of its speed that an update keeps, from 0 to below 1. A larger share rolls through flat places and overshoots; 0 is SGD. It may be changed while training.</source>
        <translation>갱신이 이전 속도를 얼마나 이어받는지 정해요. 0 이상 1 미만이에요. 크면 평평한 곳을 굴러서 지나가지만 목표를 지나치기도 해요. 0이면 SGD와 같아요. 학습하는 동안에도 바꿀 수 있어요.</translation>
    </message>
    <message>
        <source>The value that means full ink: it becomes 255. A smaller number makes the images brighter; it is 16 for the 8 × 8 digits of scikit-learn.</source>
        <translation>획이 가장 진한 곳의 값이에요. 이 값이 255가 돼요. 작은 수를 쓰면 이미지가 더 밝아져요. scikit-learn의 8 × 8 숫자에서는 16이에요.</translation>
    </message>
    <message>
        <source>Unit of the length</source>
        <translation>길이의 단위</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>가중치 감소</translation>
    </message>
    <message>
        <source>What the network learns from. Data of your own may be four IDX files, an .npz file, a CSV file, or a folder with one subfolder of pictures for each class.</source>
        <translation>신경망이 배우는 데이터예요. 내 데이터로는 IDX 파일 네 개, .npz 파일, CSV 파일, 또는 클래스마다 그림 하위 폴더가 하나씩 있는 폴더를 쓸 수 있어요.</translation>
    </message>
    <message>
        <source>Where the cosine ends, as a share of the rate. With 0, the updates shrink to nothing.</source>
        <translation>코사인이 끝나는 값을 처음 학습률에 대한 비율로 나타내요. 0이면 갱신이 점점 작아져 사라져요.</translation>
    </message>
    <message>
        <source>λ of λ·W, the gradient of ½·λ·Σ W², which is added to the gradient of the weights; the loss shown is without it. A larger λ keeps the weights small and holds back overfitting; 0 switches it off. It may be changed while training.</source>
        <translation>λ·W의 λ예요. λ·W는 ½·λ·Σ W²의 기울기이고, 가중치의 기울기에 더해요. 화면의 손실에는 들어 있지 않아요. λ가 크면 가중치가 작게 유지되어 오버피팅을 억제해요. 0이면 쓰지 않아요. 학습하는 동안에도 바꿀 수 있어요.</translation>
    </message>
</context>
<context>
    <name>GlancePage</name>
    <message>
        <source>0, paper: {share}</source>
        <translation>0(바탕): {share}</translation>
    </message>
    <message>
        <source>How many images have each label, and the mean of all of them. Click: these images.</source>
        <translation>레이블마다 이미지가 몇 장인지와 그 이미지들의 평균이에요. 클릭하면 그 이미지들을 보여 줘요.</translation>
    </message>
    <message>
        <source>Images per class</source>
        <translation>클래스별 이미지 수</translation>
    </message>
    <message>
        <source>Pixel values</source>
        <translation>픽셀 값</translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation>형상</translation>
    </message>
    <message>
        <source>The images are being counted …</source>
        <translation>이미지를 세고 있어요 …</translation>
    </message>
    <message>
        <source>This will show how often each pixel value occurs.</source>
        <translation>픽셀 값이 얼마나 자주 나오는지 여기에 나와요.</translation>
    </message>
    <message>
        <source>What goes in and what comes out, layer by layer: one image, and a batch of images as rows.</source>
        <translation>계층마다 무엇이 들어가고 나오는지 보여 줘요. 이미지 한 장일 때와, 이미지를 행으로 쌓은 미니배치일 때예요.</translation>
    </message>
    <message>
        <source>share (%)</source>
        <translation>비율 (%)</translation>
    </message>
    <message>
        <source>value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>{count} drawings by class</source>
        <translation>손그림 {count}장, 클래스별</translation>
    </message>
    <message>
        <source>{count} test images by class</source>
        <translation>시험 이미지 {count}장, 클래스별</translation>
    </message>
    <message>
        <source>{count} training images by class</source>
        <translation>훈련 이미지 {count}장, 클래스별</translation>
    </message>
</context>
<context>
    <name>GoTo</name>
    <message>
        <source>A section, a term, an example, a command: 5.4.1, chain rule, apple, save</source>
        <translation>절, 용어, 예제, 명령: 5.4.1, 연쇄법칙, 사과, 저장</translation>
    </message>
    <message>
        <source>At a glance</source>
        <translation>한눈에 보기</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>평가</translation>
    </message>
    <message>
        <source>Follow a mistake</source>
        <translation>오답 따라가기</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>이동</translation>
    </message>
    <message>
        <source>Goes to a section of the book, a term, an example, an experiment, a preset or a command. ↑ and ↓ choose a result, Enter goes there, Esc closes the field.</source>
        <translation>책의 절, 용어, 예제, 실험, 프리셋, 명령으로 이동해요. ↑와 ↓로 결과를 고르고, Enter로 이동하고, Esc로 닫아요.</translation>
    </message>
    <message>
        <source>Help: Words</source>
        <translation>도움말: 용어</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>Nothing here is called “{text}”. These come near:</source>
        <translation>“{text}”(이라는/라는) 이름은 없어요. 비슷한 것은 다음과 같아요.</translation>
    </message>
    <message>
        <source>Nothing here is called “{text}”. Try a section, such as 5.4.1, or a term.</source>
        <translation>“{text}”(이라는/라는) 이름은 없어요. 5.4.1 같은 절이나 용어를 입력해 보세요.</translation>
    </message>
    <message>
        <source>One iteration</source>
        <translation>반복 한 번</translation>
    </message>
    <message>
        <source>Predictions and drawing</source>
        <translation>예측과 손그림</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>찾은 결과</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>학습 기록</translation>
    </message>
    <message>
        <source>Section {number}, “{subject}”: {reason} The nearest sections:</source>
        <translation>{number}절 “{subject}”: {reason} 가까운 절은 다음과 같아요.</translation>
    </message>
    <message>
        <source>Settings of the training</source>
        <translation>학습 설정</translation>
    </message>
    <message>
        <source>The image as the network takes it</source>
        <translation>신경망이 받는 이미지</translation>
    </message>
    <message>
        <source>The program has nothing for a section {number}: it follows chapters 2 to 6. The nearest sections:</source>
        <translation>{number}에 해당하는 내용은 없어요. 이 프로그램은 2장부터 6장까지 따라가요. 가까운 절은 다음과 같아요.</translation>
    </message>
    <message>
        <source>Training set and test set</source>
        <translation>훈련 데이터와 시험 데이터</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>What fits, the best first: a click goes there.</source>
        <translation>입력한 글에 잘 맞는 것부터 보여 줘요. 클릭하면 그곳으로 이동해요.</translation>
    </message>
    <message>
        <source>cannot be computed</source>
        <translation>계산할 수 없음</translation>
    </message>
    <message>
        <source>command</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>data set</source>
        <translation>데이터셋</translation>
    </message>
    <message>
        <source>example</source>
        <translation>예제</translation>
    </message>
    <message>
        <source>experiment</source>
        <translation>실험</translation>
    </message>
    <message>
        <source>page</source>
        <translation>화면</translation>
    </message>
    <message>
        <source>preset</source>
        <translation>프리셋</translation>
    </message>
    <message>
        <source>section</source>
        <translation>절</translation>
    </message>
    <message>
        <source>term</source>
        <translation>용어</translation>
    </message>
</context>
<context>
    <name>Going</name>
    <message>
        <source>Data set</source>
        <translation>데이터셋</translation>
    </message>
    <message>
        <source>“{command}” cannot be done now. {why}</source>
        <translation>지금은 “{command}”(을/를) 할 수 없어요. {why}</translation>
    </message>
</context>
<context>
    <name>GradientImages</name>
    <message>
        <source>unit {unit}: from {low} to {high}</source>
        <translation>뉴런 {unit}: {low}부터 {high}까지</translation>
    </message>
</context>
<context>
    <name>GradientPart</name>
    <message>
        <source>RMS {rms}</source>
        <translation>RMS {rms}</translation>
    </message>
    <message>
        <source>The gradient of the first weights, one image for each unit, strongest first: the image itself times the gradient of that unit. Purple above 0, green below. {rms} over {count} numbers.</source>
        <translation>첫 가중치의 기울기예요. 뉴런마다 이미지 하나로, 가장 큰 것부터 보여 줘요. 입력 이미지에 그 뉴런의 기울기를 곱한 것이에요. 0보다 크면 보라색, 작으면 초록색이에요. {rms}, 수 {count}개로 계산했어요.</translation>
    </message>
</context>
<context>
    <name>GraphBook</name>
    <message>
        <source>{name} for {given}</source>
        <translation>{given}일 때 {name}</translation>
    </message>
</context>
<context>
    <name>GraphExamples</name>
    <message>
        <source>Arithmetic</source>
        <translation>산술</translation>
    </message>
    <message>
        <source>Functions</source>
        <translation>함수</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>그 밖의 예제</translation>
    </message>
</context>
<context>
    <name>GraphMenu</name>
    <message>
        <source>&amp;Graph</source>
        <translation>그래프(&amp;G)</translation>
    </message>
    <message>
        <source>As a drawing, sharp at any size.</source>
        <translation>어떤 크기에서도 또렷한 벡터 그림이에요.</translation>
    </message>
    <message>
        <source>Back to before the first step (Home)</source>
        <translation>첫 단계 앞으로 돌아가요 (Home)</translation>
    </message>
    <message>
        <source>Bring the whole graph into view (Ctrl+0).</source>
        <translation>그래프 전체가 보이게 해요 (Ctrl+0).</translation>
    </message>
    <message>
        <source>Copy the formula</source>
        <translation>식 복사</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>그림 복사</translation>
    </message>
    <message>
        <source>Do all steps, forward and backward (End)</source>
        <translation>순전파와 역전파의 모든 단계를 해요 (End)</translation>
    </message>
    <message>
        <source>Do the next step: compute one node, or send one gradient back (→)</source>
        <translation>다음 단계를 해요: 노드 하나를 계산하거나, 기울기 하나를 거꾸로 보내요 (→)</translation>
    </message>
    <message>
        <source>Every step with its numbers, as a table.</source>
        <translation>모든 단계와 그 수를 표로 저장해요.</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>맞춤</translation>
    </message>
    <message>
        <source>Hide the next number until you type it. A wrong answer says which factor was wrong.</source>
        <translation>다음 수를 입력할 때까지 숨겨요. 틀리면 어느 인수가 틀렸는지 알려 줘요.</translation>
    </message>
    <message>
        <source>In pixels, three for one of the screen.</source>
        <translation>픽셀 그림이에요. 화면의 픽셀 하나를 세 픽셀로 저장해요.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>재생</translation>
    </message>
    <message>
        <source>Quiz</source>
        <translation>퀴즈</translation>
    </message>
    <message>
        <source>Save the picture as PNG…</source>
        <translation>그림을 PNG로 저장…</translation>
    </message>
    <message>
        <source>Save the picture as SVG…</source>
        <translation>그림을 SVG로 저장…</translation>
    </message>
    <message>
        <source>Save the trace as CSV…</source>
        <translation>추적을 CSV로 저장…</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>다음 단계</translation>
    </message>
    <message>
        <source>Step after step to the end, or stop here (Space)</source>
        <translation>끝까지 한 단계씩 이어 가거나, 여기서 멈춰요 (스페이스)</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>이전 단계</translation>
    </message>
    <message>
        <source>Take the last step back (←)</source>
        <translation>마지막 단계를 되돌려요 (←)</translation>
    </message>
    <message>
        <source>The expression, as it was written.</source>
        <translation>입력한 그대로의 식이에요.</translation>
    </message>
    <message>
        <source>The whole graph, for another program.</source>
        <translation>다른 프로그램에 붙여넣을 그래프 전체예요.</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>끝으로</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>처음으로</translation>
    </message>
</context>
<context>
    <name>GraphModel</name>
    <message>
        <source>Change {name}</source>
        <translation>{name} 바꾸기</translation>
    </message>
    <message>
        <source>Draw an expression</source>
        <translation>식 그리기</translation>
    </message>
    <message>
        <source>Reset the values</source>
        <translation>값 되돌리기</translation>
    </message>
    <message>
        <source>Show {title}</source>
        <translation>{title} 보기</translation>
    </message>
</context>
<context>
    <name>GraphOrigin</name>
    <message>
        <source>Initial weights</source>
        <translation>가중치 초깃값</translation>
    </message>
    <message>
        <source>a drawing</source>
        <translation>손그림</translation>
    </message>
    <message>
        <source>drawing {index}</source>
        <translation>손그림 {index}</translation>
    </message>
    <message>
        <source>test example {index}</source>
        <translation>시험 샘플 {index}</translation>
    </message>
    <message>
        <source>test image {index}</source>
        <translation>시험 이미지 {index}</translation>
    </message>
    <message>
        <source>the current network has initial weights</source>
        <translation>현재 신경망은 가중치 초깃값 상태예요</translation>
    </message>
    <message>
        <source>the current network is that of {run}, at iteration {iteration}</source>
        <translation>현재 신경망은 {run}의 {iteration}번째 반복이에요</translation>
    </message>
    <message>
        <source>the run is at iteration {iteration} now</source>
        <translation>이 학습은 지금 {iteration}번째 반복이에요</translation>
    </message>
    <message>
        <source>training example {index}</source>
        <translation>훈련 샘플 {index}</translation>
    </message>
    <message>
        <source>training image {index}</source>
        <translation>훈련 이미지 {index}</translation>
    </message>
    <message>
        <source>{example}, label {label}, prediction {prediction}</source>
        <translation>{example}, 레이블 {label}, 예측 {prediction}</translation>
    </message>
    <message>
        <source>{run} after 1 iteration</source>
        <translation>{run}, 반복 1번 뒤</translation>
    </message>
    <message>
        <source>{run} after {iteration} iterations</source>
        <translation>{run}, 반복 {iteration}번 뒤</translation>
    </message>
</context>
<context>
    <name>GraphPicture</name>
    <message>
        <source>Click to see them all.</source>
        <translation>클릭하면 모두 볼 수 있어요.</translation>
    </message>
    <message>
        <source>Double click or Enter changes its value.</source>
        <translation>두 번 클릭하거나 Enter를 누르면 값을 바꿀 수 있어요.</translation>
    </message>
    <message>
        <source>Double click, + or Enter opens it into its parts.</source>
        <translation>두 번 클릭하거나 + 또는 Enter를 누르면 부분으로 펼쳐요.</translation>
    </message>
    <message>
        <source>Double click, × or Enter closes it again.</source>
        <translation>두 번 클릭하거나 × 또는 Enter를 누르면 다시 접어요.</translation>
    </message>
    <message>
        <source>Softmax: the probability of each class. The label is marked.</source>
        <translation>소프트맥스: 클래스마다의 확률이에요. 레이블은 표시해 두었어요.</translation>
    </message>
    <message>
        <source>The whole graph. The frame is what is in view: press where it is to be.</source>
        <translation>그래프 전체예요. 테두리 안이 지금 보이는 부분이에요. 보고 싶은 곳을 누르세요.</translation>
    </message>
    <message>
        <source>above 0</source>
        <translation>0보다 큼</translation>
    </message>
    <message>
        <source>array of shape {shape}, from {least} to {most}</source>
        <translation>형상 {shape}인 배열, {least}부터 {most}까지</translation>
    </message>
    <message>
        <source>below 0</source>
        <translation>0보다 작음</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>상수</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>가려짐</translation>
    </message>
    <message>
        <source>input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>not computed yet</source>
        <translation>아직 계산 전</translation>
    </message>
    <message>
        <source>probabilities {shares}</source>
        <translation>확률 {shares}</translation>
    </message>
    <message>
        <source>probabilities {shares}; label {label}</source>
        <translation>확률 {shares}; 레이블 {label}</translation>
    </message>
    <message>
        <source>value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>values</source>
        <translation>값</translation>
    </message>
    <message>
        <source>weights and gradients</source>
        <translation>가중치와 기울기</translation>
    </message>
    <message>
        <source>{count} numbers from {least} to {most}, mean {mean}</source>
        <translation>수 {count}개, {least}부터 {most}까지, 평균 {mean}</translation>
    </message>
</context>
<context>
    <name>GraphQuiz</name>
    <message>
        <source>Not yet: look at the rule above and put its numbers in.</source>
        <translation>아직이에요. 위의 규칙에 수를 넣어 보세요.</translation>
    </message>
    <message>
        <source>Not yet: take the upstream gradient, {upstream}, times the local derivative of this wire.</source>
        <translation>아직이에요. 상류 기울기 {upstream}에 이 연결선의 국소적 미분을 곱하세요.</translation>
    </message>
    <message>
        <source>That is a difference; look at the sign in the node.</source>
        <translation>그건 차예요. 노드의 기호를 보세요.</translation>
    </message>
    <message>
        <source>That is a quotient; look at the sign in the node.</source>
        <translation>그건 몫이에요. 노드의 기호를 보세요.</translation>
    </message>
    <message>
        <source>That is an operand itself: the node has still to work on it.</source>
        <translation>그건 피연산자 그대로예요. 노드가 아직 계산해야 해요.</translation>
    </message>
    <message>
        <source>That is the local derivative alone: the upstream gradient was left out.</source>
        <translation>그건 국소적 미분뿐이에요. 상류 기울기가 빠졌어요.</translation>
    </message>
    <message>
        <source>That is the operand&apos;s value, not its gradient.</source>
        <translation>그건 피연산자의 기울기가 아니라 값이에요.</translation>
    </message>
    <message>
        <source>That is the product of the two; this node does something else.</source>
        <translation>그건 두 수의 곱이에요. 이 노드는 다른 계산을 해요.</translation>
    </message>
    <message>
        <source>That is the sum of the two; this node does something else with them.</source>
        <translation>그건 두 수의 합이에요. 이 노드는 다른 계산을 해요.</translation>
    </message>
    <message>
        <source>That is the sum of what has arrived so far; the question is only what this wire carries back.</source>
        <translation>그건 지금까지 도착한 값의 합이에요. 이 연결선이 거꾸로 보내는 값만 물었어요.</translation>
    </message>
    <message>
        <source>That is the upstream gradient alone: the local derivative was left out.</source>
        <translation>그건 상류 기울기뿐이에요. 국소적 미분이 빠졌어요.</translation>
    </message>
    <message>
        <source>That is upstream divided by local: the chain rule multiplies them.</source>
        <translation>그건 상류 기울기를 국소적 미분으로 나눈 값이에요. 연쇄법칙에서는 둘을 곱해요.</translation>
    </message>
    <message>
        <source>That is upstream plus local: the chain rule multiplies the two, it does not add them.</source>
        <translation>그건 상류 기울기와 국소적 미분의 합이에요. 연쇄법칙에서는 둘을 더하지 않고 곱해요.</translation>
    </message>
    <message>
        <source>That is what the other operand receives.</source>
        <translation>그건 다른 피연산자가 받는 값이에요.</translation>
    </message>
    <message>
        <source>That takes the node&apos;s value for the local derivative.</source>
        <translation>국소적 미분 대신 노드의 값을 썼어요.</translation>
    </message>
    <message>
        <source>The operands are the other way round: their order counts here.</source>
        <translation>피연산자의 순서가 바뀌었어요. 여기서는 순서가 중요해요.</translation>
    </message>
    <message>
        <source>The size is right, the sign is not.</source>
        <translation>크기는 맞지만 부호가 틀려요.</translation>
    </message>
    <message>
        <source>The upstream factor is right, the local one is not: that is the operand&apos;s own value in place of the local derivative.</source>
        <translation>상류 기울기는 맞지만 국소적 미분이 틀려요. 국소적 미분 대신 피연산자의 값을 썼어요.</translation>
    </message>
    <message>
        <source>“{text}” is not a number: write one with a decimal point, or a calculation of numbers.</source>
        <translation>“{text}”(은/는) 수가 아니에요. 소수점은 마침표로 쓰고, 수나 수의 계산식을 쓰세요.</translation>
    </message>
</context>
<context>
    <name>GraphSaving</name>
    <message>
        <source>Drawings (*.svg)</source>
        <translation>벡터 그림 (*.svg)</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>그림 (*.png)</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>그림 저장</translation>
    </message>
    <message>
        <source>Save the trace</source>
        <translation>추적 저장</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>표 (*.csv)</translation>
    </message>
</context>
<context>
    <name>GraphStep</name>
    <message>
        <source>so far</source>
        <translation>지금까지</translation>
    </message>
    <message>
        <source>start:</source>
        <translation>시작:</translation>
    </message>
    <message>
        <source>{operation} computes: {formula}.</source>
        <translation>{operation} 계산: {formula}.</translation>
    </message>
    <message>
        <source>{operation} sends back: {formula}.</source>
        <translation>{operation} 역전파: {formula}.</translation>
    </message>
</context>
<context>
    <name>GraphSubject</name>
    <message>
        <source>Initial weights, as no network was trained for these images yet</source>
        <translation>이 이미지로 학습한 신경망이 아직 없어 가중치 초깃값을 써요</translation>
    </message>
    <message>
        <source>The loss of a network</source>
        <translation>신경망의 손실</translation>
    </message>
</context>
<context>
    <name>GraphWorkspace</name>
    <message>
        <source>All values</source>
        <translation>모든 값</translation>
    </message>
    <message>
        <source>Array</source>
        <translation>배열</translation>
    </message>
    <message>
        <source>Every node with its value, gradient and check</source>
        <translation>모든 노드의 값과 기울기, 확인 결과</translation>
    </message>
    <message>
        <source>One output</source>
        <translation>출력 하나</translation>
    </message>
    <message>
        <source>One output of an Affine node: its products and sum</source>
        <translation>Affine 노드의 출력 하나: 곱과 합</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>페이지</translation>
    </message>
    <message>
        <source>Picture of the graph</source>
        <translation>그래프 그림</translation>
    </message>
    <message>
        <source>The numbers of the array that is chosen</source>
        <translation>고른 배열의 수</translation>
    </message>
</context>
<context>
    <name>GridCard</name>
    <message>
        <source>Choose other data</source>
        <translation>다른 데이터 고르기</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>필터 지우기</translation>
    </message>
    <message>
        <source>Images at twice their size, fewer on a page</source>
        <translation>이미지를 두 배로 크게, 한 페이지에 더 적게 보기</translation>
    </message>
    <message>
        <source>Images pixel by pixel</source>
        <translation>이미지를 픽셀 그대로 보기</translation>
    </message>
    <message>
        <source>Next mistake</source>
        <translation>다음 오답</translation>
    </message>
    <message>
        <source>None of the {total} fulfils all conditions of the filter.</source>
        <translation>전체 {total}개 중에 필터의 조건을 모두 만족하는 것이 없어요.</translation>
    </message>
    <message>
        <source>Nothing matches the filter</source>
        <translation>필터에 맞는 것이 없어요</translation>
    </message>
    <message>
        <source>Previous mistake</source>
        <translation>이전 오답</translation>
    </message>
    <message>
        <source>Small images: the most on a page</source>
        <translation>작은 이미지: 한 페이지에 가장 많이 보기</translation>
    </message>
    <message>
        <source>The data are being read …</source>
        <translation>데이터를 읽고 있어요 …</translation>
    </message>
    <message>
        <source>The examples as points, over what the network makes of the plane</source>
        <translation>샘플을 점으로, 신경망이 나눈 평면 위에 보기</translation>
    </message>
    <message>
        <source>The examples line by line, with their numbers</source>
        <translation>샘플을 한 줄씩 수로 보기</translation>
    </message>
    <message>
        <source>The examples, a line each: a click or the arrow keys choose one.</source>
        <translation>샘플을 한 줄에 하나씩 보여 줘요. 클릭하거나 화살표 키로 골라요.</translation>
    </message>
    <message>
        <source>The images, page by page: a click or the arrow keys choose one, a right click acts on it.</source>
        <translation>이미지를 페이지마다 보여 줘요. 클릭하거나 화살표 키로 고르고, 오른쪽 클릭으로 메뉴를 열어요.</translation>
    </message>
    <message>
        <source>The next image that is predicted wrong, among those shown (N)</source>
        <translation>지금 보이는 이미지 가운데 잘못 예측한 다음 이미지 (N)</translation>
    </message>
    <message>
        <source>The previous image that is predicted wrong, among those shown (P)</source>
        <translation>지금 보이는 이미지 가운데 잘못 예측한 이전 이미지 (P)</translation>
    </message>
    <message>
        <source>There are no data to look at</source>
        <translation>볼 데이터가 없어요</translation>
    </message>
    <message>
        <source>These examples are not images: each is a row of {values} numbers with a label.</source>
        <translation>이 샘플들은 이미지가 아니에요. 행마다 수 {values}개와 레이블이 있어요.</translation>
    </message>
    <message>
        <source>These examples are not images: each is a row of {values} numbers with targets.</source>
        <translation>이 샘플들은 이미지가 아니에요. 행마다 수 {values}개와 정답이 있어요.</translation>
    </message>
    <message>
        <source>They will be here in a moment.</source>
        <translation>곧 여기에 나와요.</translation>
    </message>
    <message>
        <source>large</source>
        <translation>크게</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>보통</translation>
    </message>
    <message>
        <source>mistake</source>
        <translation>오답</translation>
    </message>
    <message>
        <source>points</source>
        <translation>점</translation>
    </message>
    <message>
        <source>small</source>
        <translation>작게</translation>
    </message>
    <message>
        <source>table</source>
        <translation>표</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Back to the graph that this output belongs to.</source>
        <translation>이 출력이 속한 그래프로 돌아가요.</translation>
    </message>
    <message>
        <source>Give all inputs their first values again.</source>
        <translation>모든 입력을 처음 값으로 되돌려요.</translation>
    </message>
    <message>
        <source>One output of the layer: the products of inputs and weights, the bias, the sum.</source>
        <translation>계층의 출력 하나예요. 입력과 가중치의 곱, 편향, 합으로 이루어져요.</translation>
    </message>
    <message>
        <source>Reset values</source>
        <translation>값 되돌리기</translation>
    </message>
    <message>
        <source>Save and copy</source>
        <translation>저장과 복사</translation>
    </message>
    <message>
        <source>Save the picture or the trace, copy the formula.</source>
        <translation>그림이나 추적을 저장하고, 식을 복사해요.</translation>
    </message>
    <message>
        <source>See less of the graph, larger.</source>
        <translation>그래프를 더 크게, 더 적게 보여 줘요.</translation>
    </message>
    <message>
        <source>See more of the graph, smaller.</source>
        <translation>그래프를 더 작게, 더 많이 보여 줘요.</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>확대</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>축소</translation>
    </message>
    <message>
        <source>{names}: no value was given, so 1 is used. Press an input twice to change it.</source>
        <translation>{names}: 값이 없어 1을 썼어요. 입력을 두 번 누르면 바꿀 수 있어요.</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>All keys, and the words of the field in English and Korean.</source>
        <translation>모든 단축키와, 이 분야의 용어를 영어와 한국어로 보여 줘요.</translation>
    </message>
    <message>
        <source>Find a key or a word</source>
        <translation>단축키나 용어 찾기</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>도움말</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>No key here does what “{text}” says.</source>
        <translation>“{text}”에 맞는 단축키가 없어요.</translation>
    </message>
    <message>
        <source>No word here has “{text}” in it.</source>
        <translation>“{text}”(이/가) 들어 있는 용어가 없어요.</translation>
    </message>
    <message>
        <source>Shows the words that have this text in them, in either language.</source>
        <translation>이 글자가 들어 있는 용어를 보여 줘요. 영어와 한국어로 모두 찾을 수 있어요.</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>용어</translation>
    </message>
</context>
<context>
    <name>HistogramPlot</name>
    <message>
        <source>count</source>
        <translation>개수</translation>
    </message>
    <message>
        <source>from</source>
        <translation>부터</translation>
    </message>
    <message>
        <source>to</source>
        <translation>까지</translation>
    </message>
    <message>
        <source>{share} % ({count})</source>
        <translation>{share} % ({count}개)</translation>
    </message>
</context>
<context>
    <name>ImageMenu</name>
    <message>
        <source>&amp;Copy picture</source>
        <translation>그림 복사(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Delete drawing</source>
        <translation>손그림 삭제(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Follow this mistake</source>
        <translation>이 오답 따라가기(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Save picture…</source>
        <translation>그림 저장(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Trace in the graph</source>
        <translation>그래프로 추적(&amp;T)</translation>
    </message>
    <message>
        <source>Delete drawing {index}</source>
        <translation>손그림 {index} 삭제</translation>
    </message>
    <message>
        <source>Deleted drawing {index}. Undo brings it back.</source>
        <translation>손그림 {index}(을/를) 지웠어요. 실행 취소를 누르면 돌아와요.</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>그림 (*.png)</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>그림 저장</translation>
    </message>
    <message>
        <source>Saved {file}.</source>
        <translation>{file}(을/를) 저장했어요.</translation>
    </message>
    <message>
        <source>The picture is on the clipboard, and its values as a table.</source>
        <translation>그림을 클립보드에 복사하고, 값도 표로 복사했어요.</translation>
    </message>
    <message>
        <source>What can be done with the chosen image.</source>
        <translation>선택한 이미지로 할 수 있는 일이에요.</translation>
    </message>
    <message>
        <source>{file} could not be written: {reason}. Choose another place.</source>
        <translation>{file}(을/를) 저장하지 못했어요: {reason}. 다른 곳을 고르세요.</translation>
    </message>
</context>
<context>
    <name>ImageTexts</name>
    <message>
        <source>Drawing {index}</source>
        <translation>손그림 {index}</translation>
    </message>
    <message>
        <source>Drawings</source>
        <translation>손그림</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Test example {index}</source>
        <translation>시험 샘플 {index}</translation>
    </message>
    <message>
        <source>Test examples</source>
        <translation>시험 샘플</translation>
    </message>
    <message>
        <source>Test image {index}</source>
        <translation>시험 이미지 {index}</translation>
    </message>
    <message>
        <source>Test images</source>
        <translation>시험 이미지</translation>
    </message>
    <message>
        <source>Training example {index}</source>
        <translation>훈련 샘플 {index}</translation>
    </message>
    <message>
        <source>Training examples</source>
        <translation>훈련 샘플</translation>
    </message>
    <message>
        <source>Training image {index}</source>
        <translation>훈련 이미지 {index}</translation>
    </message>
    <message>
        <source>Training images</source>
        <translation>훈련 이미지</translation>
    </message>
    <message>
        <source>{name}: label {label}</source>
        <translation>{name}: 레이블 {label}</translation>
    </message>
    <message>
        <source>{name}: label {label}, prediction {prediction} {sign}, output {sure}</source>
        <translation>{name}: 레이블 {label}, 예측 {prediction} {sign}, 출력 {sure}</translation>
    </message>
    <message>
        <source>{name}: label {label}, prediction {prediction} {sign}, {sure} sure</source>
        <translation>{name}: 레이블 {label}, 예측 {prediction} {sign}, 확신도 {sure}</translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation>{total}개 중 {shown}개</translation>
    </message>
    <message>
        <source>{shown} of {total} examples</source>
        <translation>샘플 {total}개 중 {shown}개</translation>
    </message>
    <message>
        <source>{shown} of {total} images</source>
        <translation>이미지 {total}장 중 {shown}장</translation>
    </message>
    <message>
        <source>{total} examples</source>
        <translation>샘플 {total}개</translation>
    </message>
    <message>
        <source>{total} images</source>
        <translation>이미지 {total}장</translation>
    </message>
</context>
<context>
    <name>InputRow</name>
    <message>
        <source>How many values one example has: 784 for the 28 × 28 pixels of a digit.</source>
        <translation>샘플 하나에 든 값의 개수예요. 28 × 28 픽셀인 숫자는 784개예요.</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>Size of the input</source>
        <translation>입력 크기</translation>
    </message>
    <message>
        <source>The input of the network: what one example gives to the first layer.</source>
        <translation>신경망의 입력이에요. 샘플 하나가 첫 계층에 주는 값이에요.</translation>
    </message>
</context>
<context>
    <name>InsidePage</name>
    <message>
        <source>The weights of each unit as an image: purple where ink raises the unit&apos;s value, green where ink lowers it. The number below is what the unit gives for this image.</source>
        <translation>각 뉴런의 가중치를 이미지로 보여 줘요. 획이 있으면 뉴런의 값이 커지는 곳은 보라색, 작아지는 곳은 초록색이에요. 아래의 수는 이 이미지에 대한 뉴런의 값이에요.</translation>
    </message>
    <message>
        <source>Values of each layer</source>
        <translation>각 계층의 값</translation>
    </message>
    <message>
        <source>What the strongest units of the first layer look for</source>
        <translation>첫 계층에서 가장 강한 뉴런들이 찾는 것</translation>
    </message>
</context>
<context>
    <name>IterationPage</name>
    <message>
        <source>One iteration</source>
        <translation>반복 한 번</translation>
    </message>
    <message>
        <source>The four steps of learning will be here, with their numbers: the mini-batch that is drawn, its gradient, the update, and the new loss.</source>
        <translation>학습의 네 단계가 수치와 함께 여기에 나와요: 뽑은 미니배치, 그 기울기, 갱신, 새 손실.</translation>
    </message>
</context>
<context>
    <name>JumpField</name>
    <message>
        <source>The numbers go from 0 to {last} only.</source>
        <translation>번호는 0부터 {last}까지만 있어요.</translation>
    </message>
</context>
<context>
    <name>KeptRuns</name>
    <message>
        <source>A training is under way: stop it first.</source>
        <translation>학습이 진행 중이에요. 먼저 중지하세요.</translation>
    </message>
    <message>
        <source>Delete {name}</source>
        <translation>{name} 삭제</translation>
    </message>
    <message>
        <source>To stay within {limit}, the oldest went: {names}.</source>
        <translation>{limit}(을/를) 넘지 않도록 오래된 것부터 지웠어요: {names}.</translation>
    </message>
    <message>
        <source>{name} is kept among the runs ({size}).</source>
        <translation>{name}(을/를) 학습 기록에 보관했어요 ({size}).</translation>
    </message>
    <message>
        <source>{name} is not kept. {reason}</source>
        <translation>{name}(을/를) 보관하지 못했어요. {reason}</translation>
    </message>
    <message>
        <source>{name} is on the table.</source>
        <translation>{name}(을/를) 불러왔어요.</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>어디서나</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>이동</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>그래프</translation>
    </message>
    <message>
        <source>Lab</source>
        <translation>실험실</translation>
    </message>
    <message>
        <source>List of layers</source>
        <translation>계층 목록</translation>
    </message>
    <message>
        <source>Number fields</source>
        <translation>수 입력란</translation>
    </message>
    <message>
        <source>Plots</source>
        <translation>곡선과 히스토그램</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>학습 기록</translation>
    </message>
    <message>
        <source>Shift+arrows</source>
        <translation>Shift+화살표</translation>
    </message>
    <message>
        <source>a step more or less</source>
        <translation>한 칸 크게, 작게</translation>
    </message>
    <message>
        <source>arrows</source>
        <translation>화살표</translation>
    </message>
    <message>
        <source>arrows, Page up, Page down</source>
        <translation>화살표, Page up, Page down</translation>
    </message>
    <message>
        <source>back to all experiments</source>
        <translation>모든 실험으로 돌아가기</translation>
    </message>
    <message>
        <source>before the first step; to the last one</source>
        <translation>첫 단계 앞으로, 마지막 단계로</translation>
    </message>
    <message>
        <source>clear the drawing pad, or delete the chosen drawing</source>
        <translation>그리기 판 비우기, 또는 선택한 손그림 삭제</translation>
    </message>
    <message>
        <source>close the field</source>
        <translation>입력란 닫기</translation>
    </message>
    <message>
        <source>delete the marked run</source>
        <translation>선택한 학습 기록 지우기</translation>
    </message>
    <message>
        <source>double click on the title</source>
        <translation>제목 두 번 클릭</translation>
    </message>
    <message>
        <source>duplicate or remove the layer</source>
        <translation>계층 복제 또는 삭제</translation>
    </message>
    <message>
        <source>edit the layer</source>
        <translation>계층 편집</translation>
    </message>
    <message>
        <source>fill the panel, and back</source>
        <translation>패널에 가득 채우기, 되돌리기</translation>
    </message>
    <message>
        <source>from image to image</source>
        <translation>다른 이미지로 이동</translation>
    </message>
    <message>
        <source>from layer to layer</source>
        <translation>다른 계층으로 이동</translation>
    </message>
    <message>
        <source>from result to result</source>
        <translation>다른 결과로 이동</translation>
    </message>
    <message>
        <source>from tile to tile, and from place to place in a picture</source>
        <translation>다른 타일로, 그림에서는 다른 자리로 이동</translation>
    </message>
    <message>
        <source>give the marked input another value, in the table of all values</source>
        <translation>모든 값의 표에서, 선택한 입력의 값 바꾸기</translation>
    </message>
    <message>
        <source>go there, or do the command</source>
        <translation>그곳으로 이동하거나 명령 실행</translation>
    </message>
    <message>
        <source>hide the readout; show all again after zooming or enlarging</source>
        <translation>값 표시 숨기기, 확대하거나 크게 본 뒤에는 전체 다시 보기</translation>
    </message>
    <message>
        <source>larger, smaller, all of the picture</source>
        <translation>확대, 축소, 그림 전체 보기</translation>
    </message>
    <message>
        <source>lay the curves of the marked run over those of the current run</source>
        <translation>선택한 학습의 곡선을 현재 학습의 곡선에 겹치기</translation>
    </message>
    <message>
        <source>move the layer</source>
        <translation>계층 옮기기</translation>
    </message>
    <message>
        <source>move the picture</source>
        <translation>그림 옮기기</translation>
    </message>
    <message>
        <source>one step back</source>
        <translation>한 단계 뒤로</translation>
    </message>
    <message>
        <source>one step on</source>
        <translation>한 단계 앞으로</translation>
    </message>
    <message>
        <source>open the experiment; set the published case</source>
        <translation>실험 열기, 책에 실린 설정으로 맞추기</translation>
    </message>
    <message>
        <source>play the steps, or stop</source>
        <translation>재생하거나 멈추기</translation>
    </message>
    <message>
        <source>press the button, switch the box</source>
        <translation>버튼 누르기, 체크 상자 켜고 끄기</translation>
    </message>
    <message>
        <source>read the picture on the clipboard as a drawing</source>
        <translation>클립보드의 그림을 손그림으로 읽기</translation>
    </message>
    <message>
        <source>read the values point by point</source>
        <translation>점마다 값 읽기</translation>
    </message>
    <message>
        <source>rename the marked run</source>
        <translation>선택한 학습의 이름 바꾸기</translation>
    </message>
    <message>
        <source>the first image, the last one</source>
        <translation>첫 이미지, 마지막 이미지</translation>
    </message>
    <message>
        <source>the next mistake of the network, the one before</source>
        <translation>신경망의 다음 오답, 이전 오답</translation>
    </message>
    <message>
        <source>the number from before</source>
        <translation>이전 수로 되돌리기</translation>
    </message>
    <message>
        <source>to the next control, to the one before</source>
        <translation>다음 컨트롤로, 이전 컨트롤로</translation>
    </message>
    <message>
        <source>to the next page, where pages have tabs</source>
        <translation>탭이 있는 곳에서 다음 페이지로</translation>
    </message>
    <message>
        <source>to the next value in the picture; Enter shows its step</source>
        <translation>그림의 다음 값으로 가고, Enter를 누르면 그 단계 보기</translation>
    </message>
    <message>
        <source>unfold layers that repeat one another, fold them away</source>
        <translation>되풀이되는 계층 펼치기, 접기</translation>
    </message>
    <message>
        <source>what is dragged moves by the arrows; with Shift ten times as far</source>
        <translation>끌 수 있는 것을 화살표 키로 옮기기, Shift를 함께 누르면 열 배로</translation>
    </message>
    <message>
        <source>wheel, Ctrl+wheel</source>
        <translation>휠, Ctrl+휠</translation>
    </message>
    <message>
        <source>zoom along x, along y</source>
        <translation>x 방향, y 방향으로 확대</translation>
    </message>
</context>
<context>
    <name>Lab</name>
    <message>
        <source>A derivative from two values of f, and why a smaller h is not always better.</source>
        <translation>f의 값 두 개로 미분을 구해요. h가 작다고 늘 좋지는 않은 까닭도 봐요.</translation>
    </message>
    <message>
        <source>A line in the plane is a gate. XOR needs a second layer.</source>
        <translation>평면에 그은 직선이 게이트예요. XOR에는 두 번째 층이 필요해요.</translation>
    </message>
    <message>
        <source>A perceptron gives 1 on one side of a straight line and 0 on the other, which is enough for AND, NAND and OR. No line divides the inputs of XOR, but a hidden layer moves them so that one does.</source>
        <translation>퍼셉트론은 직선의 한쪽에서 1, 다른 쪽에서 0을 내요. AND, NAND, OR에는 이것으로 충분해요. XOR의 입력은 어떤 직선으로도 나눌 수 없지만, 은닉층이 입력을 옮기면 나눌 수 있어요.</translation>
    </message>
    <message>
        <source>A slice through the loss of a real network, with the path of its training.</source>
        <translation>실제 신경망의 손실을 자른 단면과, 학습이 지나간 경로예요.</translation>
    </message>
    <message>
        <source>Activation functions</source>
        <translation>활성화 함수</translation>
    </message>
    <message>
        <source>Batches and transposes</source>
        <translation>미니배치와 전치</translation>
    </message>
    <message>
        <source>Between two layers stands a function that is not a straight line; without one, all layers together are one layer. Where its slope is near 0, a gradient that comes back is lost.</source>
        <translation>두 계층 사이에는 직선이 아닌 함수가 있어요. 없으면 모든 계층이 계층 하나와 같아져요. 미분값이 0에 가까운 곳에서는 돌아오던 기울기가 사라져요.</translation>
    </message>
    <message>
        <source>Each example of a batch uses the same weight and sends back a gradient of its own; the weight gets their sum. Written for all weights at once, that sum is xᵀ · ∂L/∂y.</source>
        <translation>미니배치의 샘플은 모두 같은 가중치를 쓰고, 저마다 기울기를 거꾸로 보내요. 가중치는 그 합을 받아요. 모든 가중치에 대해 한꺼번에 쓰면 그 합은 xᵀ · ∂L/∂y예요.</translation>
    </message>
    <message>
        <source>Each weight is moved by h to both sides, and the change of the loss says what its gradient must be. Too slow to learn by, it tells whether a backpropagation is right, and in which layer it is not.</source>
        <translation>가중치를 하나씩 h만큼 양쪽으로 움직이면, 손실의 변화가 기울기를 알려 줘요. 학습에 쓰기에는 너무 느리지만, 오차역전파법이 맞는지, 틀렸다면 어느 계층에서 틀렸는지 알 수 있어요.</translation>
    </message>
    <message>
        <source>Eight functions with their slopes, and why layers need one of them.</source>
        <translation>함수 여덟 개와 그 미분값, 그리고 계층에 활성화 함수가 필요한 까닭이에요.</translation>
    </message>
    <message>
        <source>From partial derivatives to six optimizers that race down one surface.</source>
        <translation>편미분부터, 한 곡면을 내려가며 경주하는 여섯 최적화 기법까지 봐요.</translation>
    </message>
    <message>
        <source>Gradient check</source>
        <translation>기울기 확인</translation>
    </message>
    <message>
        <source>Gradient descent</source>
        <translation>경사 하강법</translation>
    </message>
    <message>
        <source>Is my gradient right? Backpropagation beside differences, and bugs to find.</source>
        <translation>내 기울기는 맞을까요? 오차역전파법과 차분을 비교하고, 버그를 찾아요.</translation>
    </message>
    <message>
        <source>Loss surface</source>
        <translation>손실 곡면</translation>
    </message>
    <message>
        <source>Numerical differentiation</source>
        <translation>수치 미분</translation>
    </message>
    <message>
        <source>On its way back, a gradient is multiplied in each layer: by the slope of the activation and by the weights. Where these factors are below 1, little of it reaches the first layers, and they do not learn.</source>
        <translation>기울기는 거꾸로 돌아오면서 계층마다 활성화 함수의 미분값과 가중치가 곱해져요. 이 인수들이 1보다 작으면 첫 계층들에는 기울기가 거의 오지 않아, 그 계층들은 배우지 못해요.</translation>
    </message>
    <message>
        <source>One weight is moved: the loss answers smoothly, the accuracy hardly ever.</source>
        <translation>가중치 하나를 움직이면 손실은 매끄럽게 따라오지만, 정확도는 거의 그대로예요.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Perceptrons and gates</source>
        <translation>퍼셉트론과 게이트</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Scores become probabilities, and how one subtraction keeps NaN away.</source>
        <translation>점수를 확률로 바꿔요. 뺄셈 한 번으로 NaN을 막는 방법도 봐요.</translation>
    </message>
    <message>
        <source>Softmax and overflow</source>
        <translation>소프트맥스와 오버플로</translation>
    </message>
    <message>
        <source>Softmax makes probabilities of scores, but exp soon is beyond the largest number, and inf ÷ inf is NaN. The largest score is therefore subtracted from all of them first, which changes nothing else.</source>
        <translation>소프트맥스는 점수를 확률로 바꾸는데, exp는 금세 가장 큰 수를 넘고 inf ÷ inf는 NaN이에요. 그래서 먼저 모든 점수에서 가장 큰 점수를 빼요. 다른 것은 아무것도 바뀌지 않아요.</translation>
    </message>
    <message>
        <source>The accuracy counts examples: a small change of a weight leaves it as it is, or makes it jump. Its slope is 0 and does not say which way to go, while the loss answers to every change.</source>
        <translation>정확도는 샘플의 수를 세요. 가중치를 조금 바꿔도 그대로 있거나 갑자기 뛰어요. 기울기가 0이라 어느 쪽으로 가야 할지 알려 주지 못해요. 손실은 어떤 변화에도 반응해요.</translation>
    </message>
    <message>
        <source>The loss of a network is a surface over all its parameters at once, and training walks down it. A plane through the trained network makes two of its thousands of directions visible: which two decides what is seen.</source>
        <translation>신경망의 손실은 모든 매개변수에 대한 곡면이고, 학습은 그 곡면을 내려가요. 학습한 신경망을 지나는 평면은 수천 개의 방향 가운데 둘을 보여 줘요. 어느 둘을 고르느냐에 따라 보이는 것이 달라져요.</translation>
    </message>
    <message>
        <source>The partial derivatives together are the gradient, and −∇f points the steepest way down. A descent goes that way step by step: with too small a rate it hardly moves, with too large a one it runs away.</source>
        <translation>편미분을 모두 모은 것이 기울기이고, −∇f는 가장 가파른 내리막을 가리켜요. 경사 하강법은 그쪽으로 조금씩 가요. 학습률이 너무 작으면 거의 움직이지 않고, 너무 크면 달아나요.</translation>
    </message>
    <message>
        <source>The slope between two points that are h apart comes near to the derivative as h shrinks. But the two values then agree in nearly all digits, and what is left of them is rounding.</source>
        <translation>h만큼 떨어진 두 점 사이의 기울기는 h가 작아질수록 미분에 가까워져요. 하지만 그때 두 값은 거의 모든 자리가 같아져서, 남는 것은 반올림 오차뿐이에요.</translation>
    </message>
    <message>
        <source>Vanishing gradients</source>
        <translation>기울기 소실</translation>
    </message>
    <message>
        <source>Why deep sigmoid networks stand still, and what ReLU and good weights change.</source>
        <translation>깊은 시그모이드 신경망은 왜 배우지 못할까요? ReLU와 좋은 가중치가 무엇을 바꾸는지도 봐요.</translation>
    </message>
    <message>
        <source>Why not accuracy?</source>
        <translation>왜 정확도가 아닐까?</translation>
    </message>
    <message>
        <source>Why xᵀ, why db is a sum, where 1/N enters: a weight and its ways through a batch.</source>
        <translation>왜 xᵀ일까, db는 왜 합일까, 1/N은 어디서 올까: 가중치 하나가 미니배치에서 지나는 길을 봐요.</translation>
    </message>
    <message>
        <source>{name} cannot be written: {reason}. Choose another place.</source>
        <translation>{name}(을/를) 저장하지 못했어요: {reason}. 다른 곳을 고르세요.</translation>
    </message>
</context>
<context>
    <name>LabPage</name>
    <message>
        <source>Back to all experiments (Esc). What is set here is kept.</source>
        <translation>모든 실험으로 돌아가요 (Esc). 여기의 설정은 그대로 남아요.</translation>
    </message>
    <message>
        <source>Beside the book</source>
        <translation>책과 비교</translation>
    </message>
    <message>
        <source>Compute again</source>
        <translation>다시 계산</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>복사했어요.</translation>
    </message>
    <message>
        <source>Copy or save the picture, its numbers or the whole experiment.</source>
        <translation>그림이나 수치, 실험 전체를 복사하거나 저장해요.</translation>
    </message>
    <message>
        <source>Copy picture and numbers</source>
        <translation>그림과 수치 복사</translation>
    </message>
    <message>
        <source>Copy, save, open</source>
        <translation>복사, 저장, 열기</translation>
    </message>
    <message>
        <source>Experiment of the Lab</source>
        <translation>실험실의 실험</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>수식</translation>
    </message>
    <message>
        <source>Lab</source>
        <translation>실험실</translation>
    </message>
    <message>
        <source>Open experiment…</source>
        <translation>실험 열기…</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>그림</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>초기화</translation>
    </message>
    <message>
        <source>Reset: sets everything here to what it was the first time.</source>
        <translation>초기화: 여기의 설정을 모두 처음 상태로 되돌려요.</translation>
    </message>
    <message>
        <source>Save experiment…</source>
        <translation>실험 저장…</translation>
    </message>
    <message>
        <source>Save numbers…</source>
        <translation>수치 저장…</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>그림 저장…</translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>{name}(을/를) 저장했어요.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Stopped. The picture is the one from before.</source>
        <translation>중지했어요. 그림은 그 전의 것이에요.</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>표</translation>
    </message>
</context>
<context>
    <name>LabWorkspace</name>
    <message>
        <source>Each is one screen: an idea, its formula, a picture that answers to the mouse, and the book&apos;s numbers beside the program&apos;s own.</source>
        <translation>실험마다 화면이 하나예요. 핵심 개념과 수식, 마우스에 반응하는 그림, 그리고 프로그램의 수치와 책의 수치가 나와요.</translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation>실험</translation>
    </message>
    <message>
        <source>Opened {name}.</source>
        <translation>{name}(을/를) 열었어요.</translation>
    </message>
</context>
<context>
    <name>LandscapePage</name>
    <message>
        <source>Directions</source>
        <translation>방향</translation>
    </message>
    <message>
        <source>Drag the mark ◆, or the snapshot in “On the way”. Keys: the arrows move ◆; with Shift ×10.</source>
        <translation>표시 ◆나 “학습 과정”의 스냅숏을 끌어 보세요. 키: 화살표 키로 ◆를 움직이고, Shift와 함께 누르면 ×10이에요.</translation>
    </message>
    <message>
        <source>Extent</source>
        <translation>범위</translation>
    </message>
    <message>
        <source>How long is trained, by batches of 50. More lead further down.</source>
        <translation>크기 50인 미니배치로 얼마나 학습할지 정해요. 많을수록 더 내려가요.</translation>
    </message>
    <message>
        <source>How much is seen around the path, in lengths of u. More shows steeper walls.</source>
        <translation>경로 둘레를 얼마나 보여 줄지 u의 길이로 정해요. 넓히면 더 가파른 벽이 보여요.</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>이미지 수</translation>
    </message>
    <message>
        <source>Initial weights and batches are drawn from it. Another seed ends elsewhere.</source>
        <translation>가중치 초깃값과 미니배치를 여기서 뽑아요. 시드를 바꾸면 다른 곳에 도착해요.</translation>
    </message>
    <message>
        <source>Initial weights and batches of the other run are drawn from it.</source>
        <translation>다른 학습의 가중치 초깃값과 미니배치를 여기서 뽑아요.</translation>
    </message>
    <message>
        <source>Loss in the graph</source>
        <translation>그래프로 손실 보기</translation>
    </message>
    <message>
        <source>Mark a</source>
        <translation>표시 a</translation>
    </message>
    <message>
        <source>Mark b</source>
        <translation>표시 b</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>최적화 기법</translation>
    </message>
    <message>
        <source>Other run&apos;s seed</source>
        <translation>다른 학습의 시드</translation>
    </message>
    <message>
        <source>Puts this network with its optimizer before all of MNIST, on the Train screen. Undo there brings back what was on it.</source>
        <translation>이 신경망과 최적화 기법을 MNIST 전체와 함께 학습 화면에 올려요. 거기서 실행 취소를 하면 전에 있던 것이 돌아와요.</translation>
    </message>
    <message>
        <source>Random directions are drawn from it. Take another to see how far the picture depends on it; the dotted lines are eight more.</source>
        <translation>무작위 방향을 여기서 뽑아요. 시드를 바꿔서 그림이 방향에 따라 얼마나 달라지는지 보세요. 점선은 다른 여덟 방향이에요.</translation>
    </message>
    <message>
        <source>Rate η</source>
        <translation>학습률 η</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>해상도</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Seed of u, v</source>
        <translation>u, v의 시드</translation>
    </message>
    <message>
        <source>Shows softmax cross entropy, the height of this surface, as a graph with its gradients.</source>
        <translation>이 곡면의 높이인 Softmax-with-Loss를 그래프로 보여 줘요. 기울기도 나와요.</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>스냅숏</translation>
    </message>
    <message>
        <source>So many points a side are computed. More take longer, and show finer contours.</source>
        <translation>한 변에서 계산할 점의 수예요. 많을수록 오래 걸리고, 등고선이 더 세밀해져요.</translation>
    </message>
    <message>
        <source>The first of the training set: trained on and measured. More take longer.</source>
        <translation>훈련 데이터의 처음 이미지들이에요. 이것으로 학습하고 평가해요. 많을수록 오래 걸려요.</translation>
    </message>
    <message>
        <source>The learning rate. A too large one runs away.</source>
        <translation>학습률이에요. 너무 크면 달아나요.</translation>
    </message>
    <message>
        <source>The loss surface with the path of the training</source>
        <translation>손실 곡면과 학습 경로</translation>
    </message>
    <message>
        <source>The two directions in which the training moved most: its path is seen best.</source>
        <translation>학습이 가장 많이 움직인 두 방향이에요. 경로가 가장 잘 보여요.</translation>
    </message>
    <message>
        <source>Towards a network trained from another seed, and towards the start.</source>
        <translation>다른 시드로 학습한 신경망 쪽과 출발점 쪽이에요.</translation>
    </message>
    <message>
        <source>Train this</source>
        <translation>이 신경망 학습</translation>
    </message>
    <message>
        <source>Two drawn from N(0, 1), each array as long as that of the network.</source>
        <translation>N(0, 1)에서 뽑은 두 방향이에요. 배열마다 길이를 신경망의 배열에 맞춰요.</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>뉴런 수</translation>
    </message>
    <message>
        <source>Units of the hidden layer. Each has 784 weights of its own on MNIST.</source>
        <translation>은닉층의 뉴런 수예요. MNIST에서는 뉴런마다 가중치가 784개 있어요.</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>갱신 횟수</translation>
    </message>
    <message>
        <source>Where ◆ is along u. It is dragged in the picture, too.</source>
        <translation>◆의 u 방향 위치예요. 그림에서 끌어도 돼요.</translation>
    </message>
    <message>
        <source>Where ◆ is along v. It is dragged in the picture, too.</source>
        <translation>◆의 v 방향 위치예요. 그림에서 끌어도 돼요.</translation>
    </message>
    <message>
        <source>Which one trains. Another one takes another path; its usual rate comes with it.</source>
        <translation>학습에 쓸 최적화 기법이에요. 바꾸면 경로가 바뀌고, 기본 학습률도 함께 바뀌어요.</translation>
    </message>
    <message>
        <source>Which point of the path is marked; it is dragged in “On the way”, too.</source>
        <translation>경로에서 표시할 점이에요. “학습 과정”에서 끌어도 돼요.</translation>
    </message>
    <message>
        <source>Which u and v span the plane of the slice.</source>
        <translation>어떤 u와 v로 단면의 평면을 만들지 정해요.</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>another run</source>
        <translation>다른 학습</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>of the path</source>
        <translation>경로의 방향</translation>
    </message>
    <message>
        <source>other run</source>
        <translation>다른 학습</translation>
    </message>
    <message>
        <source>path</source>
        <translation>경로</translation>
    </message>
    <message>
        <source>random</source>
        <translation>무작위</translation>
    </message>
    <message>
        <source>surface</source>
        <translation>곡면</translation>
    </message>
    <message>
        <source>updates</source>
        <translation>갱신 횟수</translation>
    </message>
    <message>
        <source>what</source>
        <translation>항목</translation>
    </message>
</context>
<context>
    <name>LandscapePicture</name>
    <message>
        <source>A slice shows these losses truly, but only 2 of {parameters} directions. Whether a valley is narrow, or a hill in the way, depends on the directions: there may be a way around it that is not in the picture.</source>
        <translation>단면에 보이는 손실은 모두 실제 값이지만, 방향 {parameters}개 가운데 2개만 보여 줘요. 골짜기가 좁은지, 언덕이 길을 막는지는 방향에 따라 달라요. 그림에 없는 길로 돌아갈 수 있을지도 몰라요.</translation>
    </message>
    <message>
        <source>Cross-sections</source>
        <translation>단면 곡선</translation>
    </message>
    <message>
        <source>Loss between two runs</source>
        <translation>두 학습 사이의 손실</translation>
    </message>
    <message>
        <source>Loss on a random plane</source>
        <translation>무작위 평면의 손실</translation>
    </message>
    <message>
        <source>Loss on the plane of the path</source>
        <translation>경로 평면의 손실</translation>
    </message>
    <message>
        <source>Nothing is computed yet.</source>
        <translation>아직 아무것도 계산하지 않았어요.</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>학습 과정</translation>
    </message>
    <message>
        <source>The plane holds {held} of the path&apos;s movement (squared); the rest is not in the picture. In {others} other random directions, at distance {reach}: loss {least} to {most}.</source>
        <translation>이 평면에는 경로의 움직임(제곱) 가운데 {held}(이/가) 담겨 있고, 나머지는 그림에 없어요. 다른 무작위 방향 {others}개에서 거리 {reach}만큼 가면 손실이 {least}부터 {most}까지예요.</translation>
    </message>
    <message>
        <source>a: 0 this run, 1 the other</source>
        <translation>a: 0은 이 학습, 1은 다른 학습</translation>
    </message>
    <message>
        <source>a: a random direction</source>
        <translation>a: 무작위 방향</translation>
    </message>
    <message>
        <source>a: along the path&apos;s main direction</source>
        <translation>a: 경로의 주된 방향</translation>
    </message>
    <message>
        <source>along a</source>
        <translation>a 방향</translation>
    </message>
    <message>
        <source>along b</source>
        <translation>b 방향</translation>
    </message>
    <message>
        <source>b: another</source>
        <translation>b: 다른 무작위 방향</translation>
    </message>
    <message>
        <source>b: its second</source>
        <translation>b: 둘째 방향</translation>
    </message>
    <message>
        <source>b: to the start</source>
        <translation>b: 출발점 쪽</translation>
    </message>
    <message>
        <source>distance, in lengths of u (1 = {u}; the network: {p})</source>
        <translation>거리, u의 길이 단위 (1 = {u}; 신경망: {p})</translation>
    </message>
    <message>
        <source>distance, in u</source>
        <translation>거리, u 단위</translation>
    </message>
    <message>
        <source>its shadow</source>
        <translation>그림자</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>loss {loss}, {accuracy} right</source>
        <translation>손실 {loss}, 정확도 {accuracy}</translation>
    </message>
    <message>
        <source>other run</source>
        <translation>다른 학습</translation>
    </message>
    <message>
        <source>random, {n}</source>
        <translation>무작위, {n}개</translation>
    </message>
    <message>
        <source>start</source>
        <translation>출발점</translation>
    </message>
    <message>
        <source>the network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>trained</source>
        <translation>학습 끝</translation>
    </message>
    <message>
        <source>updates</source>
        <translation>갱신 횟수</translation>
    </message>
    <message>
        <source>◆ mark ({a}, {b}): loss about {loss}, accuracy about {accuracy}.</source>
        <translation>◆ 표시 ({a}, {b}): 손실 약 {loss}, 정확도 약 {accuracy}.</translation>
    </message>
    <message>
        <source>◆ mark ({a}, {b}): loss {loss}, accuracy {accuracy}.</source>
        <translation>◆ 표시 ({a}, {b}): 손실 {loss}, 정확도 {accuracy}.</translation>
    </message>
    <message>
        <source>● after {update} updates: loss {loss}, accuracy {accuracy}; loss of its shadow on the plane: {shadow}.</source>
        <translation>● 갱신 {update}번 뒤: 손실 {loss}, 정확도 {accuracy}; 평면에 비친 그림자의 손실: {shadow}.</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>The translation {path} cannot be used: this is English. Install Backprop Lab again to mend it.</source>
        <translation>번역 파일 {path}(을/를) 쓸 수 없어 영어로 보여요. Backprop Lab을 다시 설치하면 고쳐져요.</translation>
    </message>
</context>
<context>
    <name>LayerRow</name>
    <message>
        <source>A layer of the network: Enter edits it, Alt+↑ and Alt+↓ move it, Del removes it.</source>
        <translation>신경망의 계층이에요. Enter로 고치고, Alt+↑와 Alt+↓로 옮기고, Del로 지워요.</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>편향</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>복제</translation>
    </message>
    <message>
        <source>Initial weights of {layer}</source>
        <translation>{layer}의 가중치 초깃값</translation>
    </message>
    <message>
        <source>Initial weights. {tip}</source>
        <translation>가중치 초깃값. {tip}</translation>
    </message>
    <message>
        <source>Kind of {layer}</source>
        <translation>{layer}의 종류</translation>
    </message>
    <message>
        <source>Marks {layer}. Drag to move it; Del removes it.</source>
        <translation>{layer}(을/를) 선택해요. 끌면 옮기고, Del을 누르면 제거해요.</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>아래로 이동</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>위로 이동</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>제거</translation>
    </message>
    <message>
        <source>Standard deviation of the weights of {layer}</source>
        <translation>{layer}의 가중치 표준편차</translation>
    </message>
    <message>
        <source>{count} parameters: {parts}</source>
        <translation>매개변수 {count}개: {parts}</translation>
    </message>
    <message>
        <source>{name} gives as many values as it takes.</source>
        <translation>{name}(은/는) 들어온 것과 같은 개수의 값을 내보내요.</translation>
    </message>
    <message>
        <source>σ, the standard deviation of the initial weights. With a larger σ the signals are larger and saturate sooner.</source>
        <translation>σ는 가중치 초깃값의 표준편차예요. σ가 크면 신호가 커져서 더 빨리 포화돼요.</translation>
    </message>
</context>
<context>
    <name>LayerStrips</name>
    <message>
        <source>{layer}, unit {unit}: {value}</source>
        <translation>{layer}, 뉴런 {unit}: {value}</translation>
    </message>
    <message>
        <source>{width} values, {least} … {most}</source>
        <translation>값 {width}개, {least} … {most}</translation>
    </message>
    <message>
        <source>{width} values, {zeros} are 0, up to {most}</source>
        <translation>값 {width}개, 0이 {zeros}개, 최대 {most}</translation>
    </message>
</context>
<context>
    <name>LicencesDialog</name>
    <message>
        <source>All components</source>
        <translation>모든 구성 요소</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>구성 요소</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>라이선스</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>라이선스</translation>
    </message>
    <message>
        <source>The component chosen at the left has its licence at the right.</source>
        <translation>왼쪽에서 고른 구성 요소의 라이선스가 오른쪽에 나와요.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}</source>
        <translation>{path}(을/를) 읽을 수 없어요: {reason}</translation>
    </message>
</context>
<context>
    <name>LivePlot</name>
    <message>
        <source>each</source>
        <translation>각각의 값</translation>
    </message>
    <message>
        <source>series</source>
        <translation>계열</translation>
    </message>
    <message>
        <source>smoothed</source>
        <translation>평활한 값</translation>
    </message>
</context>
<context>
    <name>LogButton</name>
    <message>
        <source>Logarithmic scale: equal steps on the axis are equal ratios, so that small values can be told apart. Off: equal steps are equal differences.</source>
        <translation>로그 눈금: 축의 같은 간격이 같은 비율이라서 작은 값도 구별돼요. 끄면 같은 간격이 같은 차이예요.</translation>
    </message>
    <message>
        <source>log</source>
        <translation>로그</translation>
    </message>
</context>
<context>
    <name>LossRow</name>
    <message>
        <source>Form of the squared error</source>
        <translation>오차제곱합의 형태</translation>
    </message>
    <message>
        <source>Kind of loss</source>
        <translation>손실의 종류</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>The loss at the end of the network: how wrong its outputs are.</source>
        <translation>신경망 끝의 손실이에요. 출력이 얼마나 틀렸는지 나타내요.</translation>
    </message>
    <message>
        <source>The outputs of the network, one for each class or target.</source>
        <translation>신경망의 출력이에요. 클래스나 정답마다 하나씩 있어요.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Copied.</source>
        <translation>복사했어요.</translation>
    </message>
    <message>
        <source>Text is {size} % from the next start on.</source>
        <translation>다음에 시작할 때부터 글자 크기가 {size} %예요.</translation>
    </message>
    <message>
        <source>There is nothing to copy here: click a picture, a number or a table first.</source>
        <translation>여기에는 복사할 것이 없어요. 먼저 그림이나 수, 표를 클릭하세요.</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>작업 화면</translation>
    </message>
    <message>
        <source>{tip} (Ctrl+{digit})</source>
        <translation>{tip} (Ctrl+{digit})</translation>
    </message>
</context>
<context>
    <name>MarkedView</name>
    <message>
        <source>A press on a node goes to the step that answers for it, and two change an input or open a compound. Tab goes to the next node, Enter does as two presses, Escape lets go.</source>
        <translation>노드를 누르면 그 값이 나온 단계로 가고, 두 번 누르면 입력을 바꾸거나 복합 노드를 펼쳐요. Tab은 다음 노드로 가요. Enter는 두 번 누르기와 같고, Esc는 선택을 풀어요.</translation>
    </message>
    <message>
        <source>Computational graph</source>
        <translation>계산 그래프</translation>
    </message>
    <message>
        <source>{title}, opened into its parts; Enter closes it</source>
        <translation>{title}, 부분으로 펼쳐 있어요. Enter를 누르면 접어요</translation>
    </message>
</context>
<context>
    <name>MenuBar</name>
    <message>
        <source>&amp;About Backprop Lab</source>
        <translation>Backprop Lab 정보(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>복사(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>전체 화면(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Go to…</source>
        <translation>이동(&amp;G)…</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keys and words</source>
        <translation>단축키와 용어(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>언어(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>새로 만들기(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>열기(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>끝내기(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>다시 실행(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo: {what}</source>
        <translation>다시 실행(&amp;R): {what}</translation>
    </message>
    <message>
        <source>&amp;Report a problem…</source>
        <translation>문제 알리기(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>저장(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>테마(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>실행 취소(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo: {what}</source>
        <translation>실행 취소(&amp;U): {what}</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;What&apos;s this?</source>
        <translation>이게 뭔가요?(&amp;W)</translation>
    </message>
    <message>
        <source>As the machine is busy or free</source>
        <translation>컴퓨터가 바쁜 정도에 따라</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>시스템 설정에 따름</translation>
    </message>
    <message>
        <source>Click a control next: a sentence says what it does.</source>
        <translation>이어서 컨트롤을 클릭하면 무엇을 하는지 한 문장으로 알려 줘요.</translation>
    </message>
    <message>
        <source>Closes the window, and asks before anything is lost.</source>
        <translation>창을 닫아요. 잃을 것이 있으면 먼저 물어봐요.</translation>
    </message>
    <message>
        <source>Copies the picture, numbers or table that was clicked last.</source>
        <translation>마지막으로 클릭한 그림, 수 또는 표를 복사해요.</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Does the edit again that Undo took back.</source>
        <translation>실행 취소로 되돌린 편집을 다시 해요.</translation>
    </message>
    <message>
        <source>Gives the window the whole screen, or takes it back.</source>
        <translation>창을 전체 화면으로 바꾸거나 되돌려요.</translation>
    </message>
    <message>
        <source>Goes to what you name: a section of the book, a term, an example, a command.</source>
        <translation>이름을 쓴 곳으로 가요. 책의 절, 용어, 예제, 명령을 쓸 수 있어요.</translation>
    </message>
    <message>
        <source>How large text and all else is, from the next start on.</source>
        <translation>글자를 비롯한 화면 전체의 크기예요. 다음에 시작할 때부터 적용돼요.</translation>
    </message>
    <message>
        <source>How many threads share a matrix product. With a number, a run is repeatable bit for bit.</source>
        <translation>행렬 곱 하나를 스레드 몇 개로 나눌지 정해요. 수를 정하면 비트까지 똑같은 학습을 되풀이할 수 있어요.</translation>
    </message>
    <message>
        <source>Left &amp;panel</source>
        <translation>왼쪽 패널(&amp;P)</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Light or dark colours, or those of the system.</source>
        <translation>밝은 색, 어두운 색, 또는 시스템의 색을 써요.</translation>
    </message>
    <message>
        <source>Menus open at once, and the text cursor does not blink.</source>
        <translation>메뉴가 바로 열리고, 글자 커서가 깜박이지 않아요.</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>최근 파일 열기(&amp;R)</translation>
    </message>
    <message>
        <source>Opens a model file: a network with its settings and its training.</source>
        <translation>모델 파일을 열어요. 신경망과 설정, 학습 내용이 들어 있어요.</translation>
    </message>
    <message>
        <source>Opens one of the model files that were opened or saved last.</source>
        <translation>최근에 열거나 저장한 모델 파일 가운데 하나를 열어요.</translation>
    </message>
    <message>
        <source>Puts the first network on the table again, with its settings.</source>
        <translation>처음의 신경망과 설정으로 다시 시작해요.</translation>
    </message>
    <message>
        <source>R&amp;ight panel</source>
        <translation>오른쪽 패널(&amp;I)</translation>
    </message>
    <message>
        <source>Reduce &amp;motion</source>
        <translation>움직임 줄이기(&amp;M)</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>다른 이름으로 저장(&amp;A)…</translation>
    </message>
    <message>
        <source>Saves the network in a new file.</source>
        <translation>신경망을 새 파일에 저장해요.</translation>
    </message>
    <message>
        <source>Saves the network with its settings and its training in its file.</source>
        <translation>신경망을 설정, 학습 내용과 함께 그 파일에 저장해요.</translation>
    </message>
    <message>
        <source>Shows or folds the panel at the left.</source>
        <translation>왼쪽 패널을 펼치거나 접어요.</translation>
    </message>
    <message>
        <source>Shows or folds the panel at the right.</source>
        <translation>오른쪽 패널을 펼치거나 접어요.</translation>
    </message>
    <message>
        <source>Shows the version, the licences, and who made what is used.</source>
        <translation>버전과 라이선스, 그리고 사용한 것을 누가 만들었는지 보여 줘요.</translation>
    </message>
    <message>
        <source>Shows what the control in front does, all keys, and the words of the field.</source>
        <translation>지금 선택된 컨트롤이 무엇을 하는지와 모든 단축키, 이 분야의 용어를 보여 줘요.</translation>
    </message>
    <message>
        <source>Shows what the developers need to know, to be copied and sent.</source>
        <translation>개발자가 알아야 할 내용을 보여 줘요. 복사해서 보내세요.</translation>
    </message>
    <message>
        <source>Takes back the last edit of the workspace that is in front.</source>
        <translation>지금 보이는 화면의 마지막 편집을 되돌려요.</translation>
    </message>
    <message>
        <source>Te&amp;xt size</source>
        <translation>글자 크기(&amp;X)</translation>
    </message>
    <message>
        <source>Th&amp;reads</source>
        <translation>스레드(&amp;R)</translation>
    </message>
    <message>
        <source>The language of the whole window; it changes at once.</source>
        <translation>창 전체의 언어예요. 바로 바뀌어요.</translation>
    </message>
    <message>
        <source>{size} %</source>
        <translation>{size} %</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>이 메시지 닫기</translation>
    </message>
    <message>
        <source>Closes this message.</source>
        <translation>이 메시지를 닫아요.</translation>
    </message>
    <message>
        <source>Does what the message beside it offers.</source>
        <translation>옆의 메시지가 제안하는 일을 해요.</translation>
    </message>
</context>
<context>
    <name>MistakePage</name>
    <message>
        <source>Chooses the next image that is predicted wrong.</source>
        <translation>잘못 예측한 다음 이미지를 골라요.</translation>
    </message>
    <message>
        <source>Gradient of the first weights</source>
        <translation>첫 가중치의 기울기</translation>
    </message>
    <message>
        <source>Next mistake</source>
        <translation>다음 오답</translation>
    </message>
    <message>
        <source>Outputs and their gradient</source>
        <translation>출력과 그 기울기</translation>
    </message>
    <message>
        <source>The gradient of each unit&apos;s weights as a picture; the arrows go from unit to unit.</source>
        <translation>뉴런마다 가중치의 기울기를 그림으로 보여 줘요. 화살표 키로 뉴런을 옮겨 다녀요.</translation>
    </message>
    <message>
        <source>The gradient of the loss with respect to the scores is the probabilities minus the target: the prediction is too high, the label too low, each by its δ.</source>
        <translation>점수에 대한 손실의 기울기는 확률에서 정답을 뺀 값이에요. 예측한 클래스의 확률은 너무 높고 레이블의 확률은 너무 낮아요. 그 차이가 각각의 δ예요.</translation>
    </message>
    <message>
        <source>There is no mistake among the images that are shown. Clear the filter if it hides some.</source>
        <translation>보이는 이미지 가운데 오답이 없어요. 필터에 가려졌다면 필터를 지우세요.</translation>
    </message>
    <message>
        <source>This will show step by step how the network learns from a mistake: probabilities, gradient, update. The chosen image is predicted right.</source>
        <translation>신경망이 오답에서 어떻게 배우는지 확률, 기울기, 갱신의 차례로 여기에 나와요. 지금 고른 이미지는 맞게 예측했어요.</translation>
    </message>
    <message>
        <source>one update: W − η·∂L/∂W</source>
        <translation>갱신 한 번: W − η·∂L/∂W</translation>
    </message>
    <message>
        <source>outputs y</source>
        <translation>출력 y</translation>
    </message>
    <message>
        <source>probabilities p</source>
        <translation>확률 p</translation>
    </message>
    <message>
        <source>δ = p − t</source>
        <translation>δ = p − t</translation>
    </message>
    <message>
        <source>δ = ∂L/∂y</source>
        <translation>δ = ∂L/∂y</translation>
    </message>
</context>
<context>
    <name>NetworkFoot</name>
    <message>
        <source>Choose another</source>
        <translation>다른 신경망 고르기</translation>
    </message>
    <message>
        <source>Goes to the workspace Train, where networks are built and trained.</source>
        <translation>신경망을 만들고 학습하는 학습 화면으로 가요.</translation>
    </message>
    <message>
        <source>It gives no predictions here.</source>
        <translation>이 데이터를 예측하지 못해요.</translation>
    </message>
    <message>
        <source>It is predicting …</source>
        <translation>예측하고 있어요 …</translation>
    </message>
    <message>
        <source>Its predictions could not be computed: {reason}.</source>
        <translation>예측을 계산하지 못했어요: {reason}.</translation>
    </message>
    <message>
        <source>The network whose predictions are shown. While one is trained, they follow its evaluations.</source>
        <translation>여기의 예측을 한 신경망이에요. 학습하는 동안에는 평가할 때마다 예측이 바뀌어요.</translation>
    </message>
    <message>
        <source>Train one</source>
        <translation>학습하러 가기</translation>
    </message>
    <message>
        <source>{number} wrong ✗</source>
        <translation>오답 {number}개 ✗</translation>
    </message>
    <message>
        <source>{share} right ✓</source>
        <translation>정확도 {share} ✓</translation>
    </message>
</context>
<context>
    <name>NetworkPanel</name>
    <message>
        <source>A network of the book or of the study notes, with the training that belongs to it.</source>
        <translation>책이나 공부 노트의 신경망과 그에 맞는 학습 설정이에요.</translation>
    </message>
    <message>
        <source>Add a hidden layer</source>
        <translation>은닉층 추가</translation>
    </message>
    <message>
        <source>Add a layer</source>
        <translation>계층 추가</translation>
    </message>
    <message>
        <source>Add {layer}</source>
        <translation>{layer} 추가</translation>
    </message>
    <message>
        <source>Adds a layer of any kind after the marked one, but before the last Affine layer, the outputs. Drag a row, or press Alt+↑ and Alt+↓, to move it.</source>
        <translation>선택한 계층 뒤에 아무 종류의 계층이나 추가해요. 출력을 내는 마지막 Affine 계층보다는 앞에 들어가요. 행을 끌거나 Alt+↑, Alt+↓를 눌러 옮기세요.</translation>
    </message>
    <message>
        <source>All numbers that training changes, and the room they take as float32.</source>
        <translation>학습으로 바뀌는 모든 수의 개수와, float32로 차지하는 크기예요.</translation>
    </message>
    <message>
        <source>Change the loss</source>
        <translation>손실 변경</translation>
    </message>
    <message>
        <source>Change {layer}</source>
        <translation>{layer} 변경</translation>
    </message>
    <message>
        <source>Duplicate {layer}</source>
        <translation>{layer} 복제</translation>
    </message>
    <message>
        <source>Fit to the data</source>
        <translation>데이터에 맞추기</translation>
    </message>
    <message>
        <source>Hidden layer</source>
        <translation>은닉층</translation>
    </message>
    <message>
        <source>Hidden layer (Affine + ReLU)</source>
        <translation>은닉층 (Affine + ReLU)</translation>
    </message>
    <message>
        <source>Move {layer}</source>
        <translation>{layer} 이동</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>다음 학습</translation>
    </message>
    <message>
        <source>Parameters {count} · {size}</source>
        <translation>매개변수 {count} · {size}</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>프리셋</translation>
    </message>
    <message>
        <source>Remove {layer}</source>
        <translation>{layer} 제거</translation>
    </message>
    <message>
        <source>Size of the input</source>
        <translation>입력 크기</translation>
    </message>
    <message>
        <source>These layers are for the next run. The run under way trains another network: {sizes}.</source>
        <translation>이 계층들은 다음 학습에 쓰여요. 지금은 다른 신경망을 학습하고 있어요: {sizes}.</translation>
    </message>
    <message>
        <source>What makes a network deeper: an Affine layer, and an activation behind it.</source>
        <translation>신경망을 더 깊게 해요. Affine 계층과 그 뒤의 활성화 함수를 추가해요.</translation>
    </message>
    <message>
        <source>own network</source>
        <translation>직접 만든 신경망</translation>
    </message>
</context>
<context>
    <name>NetworkRow</name>
    <message>
        <source>Fit to the data</source>
        <translation>데이터에 맞추기</translation>
    </message>
    <message>
        <source>Gives the input and the last Affine layer the sizes of the data set.</source>
        <translation>입력과 마지막 Affine 계층을 데이터셋의 크기에 맞춰요.</translation>
    </message>
</context>
<context>
    <name>NudgeRow</name>
    <message>
        <source>Add this much to the input and see how the output changes: what the gradient times h predicts, and what really happens. The smaller h, the closer the two. Of an array one number moves: press another one under “Array” to choose it.</source>
        <translation>입력에 이만큼 더했을 때 출력이 얼마나 바뀌는지 보여 줘요. 기울기 · h로 예측한 변화와 실제 변화를 비교하세요. h가 작을수록 둘이 가까워져요. 배열에서는 수 하나만 움직여요. 다른 수를 움직이려면 “배열”에서 그 수를 누르세요.</translation>
    </message>
    <message>
        <source>Nudge {name} = {value} by</source>
        <translation>{name} = {value}에서 움직일 양</translation>
    </message>
    <message>
        <source>Nudge {name} by</source>
        <translation>{name}(을/를) 움직일 양</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>아직 모름</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>really</source>
        <translation>실제</translation>
    </message>
    <message>
        <source>“{text}” is not a step: write a number such as 0.1.</source>
        <translation>“{text}”(은/는) 움직일 양이 될 수 없어요. 0.1 같은 수를 쓰세요.</translation>
    </message>
</context>
<context>
    <name>NumDiffPage</name>
    <message>
        <source>A function to begin with. Any other is typed below.</source>
        <translation>시작할 함수예요. 다른 함수는 아래에 직접 쓰세요.</translation>
    </message>
    <message>
        <source>A larger h lets the curve bend in between, a smaller one loses digits.</source>
        <translation>h가 크면 그 사이에서 곡선이 휘고, 작으면 자릿수를 잃어요.</translation>
    </message>
    <message>
        <source>Drag x along the curve, and h along the errors. Keys: ← → move x, ↑ ↓ change h; with Shift ×10.</source>
        <translation>곡선을 따라 x를, 오차를 따라 h를 끌어 보세요. 키: ← →는 x를 움직이고 ↑ ↓는 h를 바꿔요. Shift와 함께 누르면 ×10이에요.</translation>
    </message>
    <message>
        <source>Exact, in the graph</source>
        <translation>그래프로 정확히 보기</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>함수</translation>
    </message>
    <message>
        <source>Secants, tangent and errors</source>
        <translation>할선과 접선, 오차</translation>
    </message>
    <message>
        <source>Seen from</source>
        <translation>x 최소</translation>
    </message>
    <message>
        <source>Shows f at this x as a graph: how backpropagation gets the derivative exactly, with central differences beside it.</source>
        <translation>이 x에서의 f를 그래프로 보여 줘요. 오차역전파법이 미분을 정확히 구하는 과정을 중앙 차분과 나란히 볼 수 있어요.</translation>
    </message>
    <message>
        <source>Step h</source>
        <translation>간격 h</translation>
    </message>
    <message>
        <source>The left end of the curve that is shown.</source>
        <translation>보여 주는 곡선의 왼쪽 끝이에요.</translation>
    </message>
    <message>
        <source>The right end of the curve that is shown.</source>
        <translation>보여 주는 곡선의 오른쪽 끝이에요.</translation>
    </message>
    <message>
        <source>Where the derivative is taken. It is dragged along the curve, too.</source>
        <translation>미분을 구할 곳이에요. 곡선을 따라 끌어도 돼요.</translation>
    </message>
    <message>
        <source>error, {method}, {precision}</source>
        <translation>오차, {method}, {precision}</translation>
    </message>
    <message>
        <source>f(x)</source>
        <translation>f(x)</translation>
    </message>
    <message>
        <source>f, typed: x, numbers, + − * / **, and functions such as sin, exp, log, sqrt, tanh, abs.</source>
        <translation>f를 직접 쓰세요: x, 수, + − * / **와 sin, exp, log, sqrt, tanh, abs 같은 함수를 쓸 수 있어요.</translation>
    </message>
    <message>
        <source>f′({x})</source>
        <translation>f′({x})</translation>
    </message>
    <message>
        <source>tangent at {x}</source>
        <translation>{x}에서의 접선</translation>
    </message>
    <message>
        <source>to</source>
        <translation>x 최대</translation>
    </message>
    <message>
        <source>typed below</source>
        <translation>직접 입력</translation>
    </message>
    <message>
        <source>x</source>
        <translation>x</translation>
    </message>
</context>
<context>
    <name>NumberEdit</name>
    <message>
        <source>Nothing is written here: give a number. Escape brings back the last one.</source>
        <translation>아무것도 쓰지 않았어요. 수를 쓰세요. Esc를 누르면 이전 수가 돌아와요.</translation>
    </message>
    <message>
        <source>“{text}” is not a number: write one such as 0.1.</source>
        <translation>“{text}”(은/는) 수가 아니에요. 0.1처럼 쓰세요.</translation>
    </message>
    <message>
        <source>“{text}” is not a whole number: write one such as 80.</source>
        <translation>“{text}”(은/는) 정수가 아니에요. 80처럼 쓰세요.</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>{hours} h {minutes:02} min</source>
        <translation>{hours}시간 {minutes:02}분</translation>
    </message>
    <message>
        <source>{minutes} min {seconds:02} s</source>
        <translation>{minutes}분 {seconds:02}초</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds}초</translation>
    </message>
</context>
<context>
    <name>OutputPage</name>
    <message>
        <source>Draw it</source>
        <translation>그리기</translation>
    </message>
    <message>
        <source>Draw this output as a graph of single numbers: its largest products, the bias, the sum.</source>
        <translation>이 출력을 수 하나하나의 그래프로 그려요. 가장 큰 곱들과 편향, 합이 나와요.</translation>
    </message>
    <message>
        <source>Each input of this output with its weight and their product, whose sum it is.</source>
        <translation>이 출력의 입력마다 가중치와 둘의 곱을 보여 줘요. 출력은 그 곱들의 합이에요.</translation>
    </message>
    <message>
        <source>Example n</source>
        <translation>샘플 n</translation>
    </message>
    <message>
        <source>Here an Affine node shows one of its outputs; this graph has none.</source>
        <translation>여기에는 Affine 노드의 출력 하나가 나와요. 이 그래프에는 Affine 노드가 없어요.</translation>
    </message>
    <message>
        <source>Output j</source>
        <translation>출력 j</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>곱</translation>
    </message>
    <message>
        <source>j: which output of the layer, counted from 0.</source>
        <translation>j: 계층의 출력 번호예요. 0부터 세요.</translation>
    </message>
    <message>
        <source>n: which example of the batch, counted from 0.</source>
        <translation>n: 미니배치의 샘플 번호예요. 0부터 세요.</translation>
    </message>
    <message>
        <source>{node} is not computed yet at this step.</source>
        <translation>이 단계에서는 {node}(을/를) 아직 계산하지 않았어요.</translation>
    </message>
</context>
<context>
    <name>OutputRows</name>
    <message>
        <source>, target {target}, δ {delta}</source>
        <translation>, 정답 {target}, δ {delta}</translation>
    </message>
    <message>
        <source>{name}: output {output}</source>
        <translation>{name}: 출력 {output}</translation>
    </message>
</context>
<context>
    <name>PerceptronPage</name>
    <message>
        <source>Drag a line to move it, the end of its arrow to turn it. Keys: the arrows move the line whose numbers are shown; with Shift ×10.</source>
        <translation>직선을 끌면 움직이고, 화살표 끝을 끌면 돌아가요. 키: 화살표 키는 수가 나와 있는 직선을 움직이고, Shift와 함께 누르면 ×10이에요.</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>게이트</translation>
    </message>
    <message>
        <source>How much the first input counts. Together the weights say where the arrow points.</source>
        <translation>첫째 입력이 얼마나 중요한지예요. 화살표의 방향은 두 가중치가 함께 정해요.</translation>
    </message>
    <message>
        <source>How much the second input counts. Together the weights say where the arrow points.</source>
        <translation>둘째 입력이 얼마나 중요한지예요. 화살표의 방향은 두 가중치가 함께 정해요.</translation>
    </message>
    <message>
        <source>In the graph</source>
        <translation>그래프로 보기</translation>
    </message>
    <message>
        <source>Lines in the plane of inputs, and the truth table</source>
        <translation>입력 평면의 직선과 진리표</translation>
    </message>
    <message>
        <source>More of it gives 1 more easily: the line moves against its arrow.</source>
        <translation>클수록 1이 쉽게 나와요. 직선이 화살표 반대쪽으로 움직여요.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>One line, or two lines and a third behind them.</source>
        <translation>직선 하나, 또는 직선 둘과 그 뒤의 셋째 직선이에요.</translation>
    </message>
    <message>
        <source>Perceptron</source>
        <translation>퍼셉트론</translation>
    </message>
    <message>
        <source>Puts a small network on the Train screen that finds such lines by itself, with tanh in place of the step; Undo there brings back what was on it.</source>
        <translation>이런 직선을 스스로 찾는 작은 신경망을 학습 화면에 올려요. 계단 함수 대신 쌍곡탄젠트를 써요. 거기서 실행 취소를 하면 전에 있던 것이 돌아와요.</translation>
    </message>
    <message>
        <source>Shows this net at (1, 0) as a graph; no gradient comes back through its steps.</source>
        <translation>(1, 0)에서의 이 신경망을 그래프로 보여 줘요. 계단 함수를 거쳐서는 기울기가 돌아오지 않아요.</translation>
    </message>
    <message>
        <source>Train XOR</source>
        <translation>XOR 학습</translation>
    </message>
    <message>
        <source>What the outputs should be. The weights stay as they are.</source>
        <translation>바라는 출력이에요. 가중치는 그대로 있어요.</translation>
    </message>
    <message>
        <source>Whose weights and bias are shown below.</source>
        <translation>아래에 가중치와 편향을 보여 줄 퍼셉트론이에요.</translation>
    </message>
    <message>
        <source>hidden, s₁</source>
        <translation>은닉층, s₁</translation>
    </message>
    <message>
        <source>hidden, s₂</source>
        <translation>은닉층, s₂</translation>
    </message>
    <message>
        <source>last, y</source>
        <translation>마지막, y</translation>
    </message>
    <message>
        <source>one layer</source>
        <translation>1층</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>합</translation>
    </message>
    <message>
        <source>target</source>
        <translation>정답</translation>
    </message>
    <message>
        <source>two layers</source>
        <translation>2층</translation>
    </message>
    <message>
        <source>{letter}, bias</source>
        <translation>{letter}, 편향</translation>
    </message>
</context>
<context>
    <name>PerceptronPicture</name>
    <message>
        <source>A hidden layer moves the inputs to (s₁, s₂), where two of them may meet; there one line can be enough, as in XOR = AND(NAND, OR).</source>
        <translation>은닉층은 입력을 (s₁, s₂)로 옮겨요. 그러면 두 입력이 만나기도 해요. XOR = AND(NAND, OR)처럼 거기서는 직선 하나로 충분할 수 있어요.</translation>
    </message>
    <message>
        <source>A line is outside of what is seen: there its output is the same everywhere.</source>
        <translation>직선 하나가 보이는 범위 밖에 있어요. 보이는 곳에서는 그 출력이 어디서나 같아요.</translation>
    </message>
    <message>
        <source>A perceptron divides the plane by one straight line, where its sum is 0. Its weights point to the side where y is 1; b moves the line.</source>
        <translation>퍼셉트론은 합이 0이 되는 직선 하나로 평면을 나눠요. 가중치는 y가 1인 쪽을 가리키고, b는 직선을 움직여요.</translation>
    </message>
    <message>
        <source>Behind the hidden layer</source>
        <translation>은닉층 뒤</translation>
    </message>
    <message>
        <source>Blue: the output is 1. ▲ 1 is wanted, ○ 0 is wanted, × the output is not what is wanted.</source>
        <translation>파란색: 출력이 1인 곳. ▲ 정답이 1, ○ 정답이 0, × 출력이 정답과 다름.</translation>
    </message>
    <message>
        <source>One line is never enough for XOR: it wants b ≤ 0, w₁ + b &gt; 0 and w₂ + b &gt; 0. So w₁ + w₂ + b &gt; −b ≥ 0, but for (1, 1) it wants w₁ + w₂ + b ≤ 0.</source>
        <translation>직선 하나로는 XOR을 만들 수 없어요. b ≤ 0, w₁ + b &gt; 0, w₂ + b &gt; 0이어야 해서 w₁ + w₂ + b &gt; −b ≥ 0인데, (1, 1)에서는 w₁ + w₂ + b ≤ 0이어야 해요.</translation>
    </message>
    <message>
        <source>The plane of inputs</source>
        <translation>입력 평면</translation>
    </message>
    <message>
        <source>The step over the sum</source>
        <translation>합에 대한 계단 함수</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>합</translation>
    </message>
    <message>
        <source>sum w₁·x₁ + w₂·x₂ + b</source>
        <translation>합 w₁·x₁ + w₂·x₂ + b</translation>
    </message>
    <message>
        <source>target</source>
        <translation>정답</translation>
    </message>
    <message>
        <source>{count} of 4 inputs give what {gate} gives.</source>
        <translation>입력 4개 중 {count}개의 출력이 {gate}(과/와) 같아요.</translation>
    </message>
</context>
<context>
    <name>PictureTools</name>
    <message>
        <source>Crop</source>
        <translation>자르기</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>숫자</translation>
    </message>
    <message>
        <source>Digits: the ink is found, cropped and centred, as MNIST&apos;s makers did. Plain: the greys of the picture, scaled to the size that the network takes.</source>
        <translation>숫자: MNIST를 만든 사람들처럼 획을 찾아 잘라 내고 가운데에 놓아요. 그대로: 그림의 회색조를 신경망이 받는 크기로만 바꿔요.</translation>
    </message>
    <message>
        <source>Drag over the part of the picture that is to be read.</source>
        <translation>그림에서 읽을 부분을 드래그하세요.</translation>
    </message>
    <message>
        <source>How the picture is prepared</source>
        <translation>그림 준비 방법</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>반전</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>그대로</translation>
    </message>
    <message>
        <source>Take for ink what was taken for the ground: light for dark, or dark for light.</source>
        <translation>바탕으로 본 것을 획으로 봐요. 어두운 것 대신 밝은 것을, 밝은 것 대신 어두운 것을 획으로 읽어요.</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>돌리기</translation>
    </message>
    <message>
        <source>Turn the picture by 90° clockwise.</source>
        <translation>그림을 시계 방향으로 90° 돌려요.</translation>
    </message>
</context>
<context>
    <name>PlotCard</name>
    <message>
        <source>Copy picture</source>
        <translation>그림 복사</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>벡터 그림</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>그림</translation>
    </message>
    <message>
        <source>Point at the plot, or press ← and →, to read its values. The wheel zooms along x, and with Ctrl along y; a double click shows all again.</source>
        <translation>그림을 가리키거나 ←와 →를 누르면 값을 읽을 수 있어요. 휠을 돌리면 x 방향으로, Ctrl을 누른 채 돌리면 y 방향으로 확대해요. 두 번 클릭하면 다시 전체를 보여 줘요.</translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation>보기 되돌리기</translation>
    </message>
    <message>
        <source>Save data</source>
        <translation>데이터 저장</translation>
    </message>
    <message>
        <source>Save data (CSV)…</source>
        <translation>데이터 저장 (CSV)…</translation>
    </message>
    <message>
        <source>Save drawing</source>
        <translation>벡터 그림 저장</translation>
    </message>
    <message>
        <source>Save drawing (SVG)…</source>
        <translation>벡터 그림 저장 (SVG)…</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>그림 저장</translation>
    </message>
    <message>
        <source>Save picture (PNG)…</source>
        <translation>그림 저장 (PNG)…</translation>
    </message>
    <message>
        <source>Saved {file}.</source>
        <translation>{file}(을/를) 저장했어요.</translation>
    </message>
    <message>
        <source>Show all data again, as before zooming (double click).</source>
        <translation>확대하기 전처럼 데이터를 모두 다시 보여 줘요 (두 번 클릭).</translation>
    </message>
    <message>
        <source>Shows all of the plot again, or copies and saves it.</source>
        <translation>그림 전체를 다시 보여 주거나, 복사하고 저장해요.</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>표</translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation>그림을 클립보드에 복사했어요.</translation>
    </message>
    <message>
        <source>fit</source>
        <translation>맞춤</translation>
    </message>
    <message>
        <source>{file} could not be written: {reason}. Choose another place.</source>
        <translation>{file}(을/를) 저장하지 못했어요: {reason}. 다른 곳을 고르세요.</translation>
    </message>
</context>
<context>
    <name>PlotHead</name>
    <message>
        <source>All plots</source>
        <translation>모든 그림</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>크게 보기</translation>
    </message>
    <message>
        <source>Have this plot fill the whole panel (double click on its title).</source>
        <translation>이 그림을 패널에 가득 채워요 (제목을 두 번 클릭).</translation>
    </message>
    <message>
        <source>Show all plots again (double click on the title, or Esc).</source>
        <translation>모든 그림을 다시 보여 줘요 (제목을 두 번 클릭하거나 Esc).</translation>
    </message>
</context>
<context>
    <name>PlotTexts</name>
    <message>
        <source>A model file does not keep the activations of its training: only a new run has them.</source>
        <translation>모델 파일에는 학습할 때의 활성화값이 남아 있지 않아요. 새로 학습하면 볼 수 있어요.</translation>
    </message>
    <message>
        <source>A model file does not keep the gradients of its training: only a new run has them.</source>
        <translation>모델 파일에는 학습할 때의 기울기가 남아 있지 않아요. 새로 학습하면 볼 수 있어요.</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>활성화값</translation>
    </message>
    <message>
        <source>Gradient of each layer</source>
        <translation>계층별 기울기</translation>
    </message>
    <message>
        <source>Loss by epoch: a regression has no accuracy</source>
        <translation>에폭별 손실: 회귀에는 정확도가 없어요</translation>
    </message>
    <message>
        <source>Loss per iteration</source>
        <translation>반복별 손실</translation>
    </message>
    <message>
        <source>RMS ∂L/∂W</source>
        <translation>∂L/∂W의 RMS</translation>
    </message>
    <message>
        <source>The loss of every mini-batch will be here: how wrong the network is, falling as it learns.</source>
        <translation>미니배치마다의 손실이 여기에 나와요. 신경망이 얼마나 틀리는지 보여 주고, 배울수록 줄어들어요.</translation>
    </message>
    <message>
        <source>The mean loss of the whole training set and test set will be here: these targets are numbers, which are never simply right.</source>
        <translation>훈련 데이터와 시험 데이터 전체의 평균 손실이 여기에 나와요. 이 데이터는 정답이 수라서 맞고 틀림으로 나눌 수 없어요.</translation>
    </message>
    <message>
        <source>The share of examples that the network gets right, training and test, will be here.</source>
        <translation>신경망이 맞히는 샘플의 비율이 훈련과 시험으로 나뉘어 여기에 나와요.</translation>
    </message>
    <message>
        <source>This will show how large the gradient of each layer is, and whether it vanishes on its way back.</source>
        <translation>계층마다 기울기가 얼마나 큰지, 거꾸로 가면서 소실되는지가 여기에 나와요.</translation>
    </message>
    <message>
        <source>This will show how the values of each layer are spread, and whether units die or saturate.</source>
        <translation>계층마다 값이 어떻게 퍼져 있는지, 뉴런이 죽거나 포화되는지가 여기에 나와요.</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>에폭</translation>
    </message>
    <message>
        <source>iteration</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>mean loss</source>
        <translation>평균 손실</translation>
    </message>
    <message>
        <source>right (%)</source>
        <translation>정확도 (%)</translation>
    </message>
    <message>
        <source>share (%)</source>
        <translation>비율 (%)</translation>
    </message>
    <message>
        <source>value</source>
        <translation>값</translation>
    </message>
</context>
<context>
    <name>PlotView</name>
    <message>
        <source>{x} from {left} to {right}, {y} from {low} to {high}</source>
        <translation>{x} {left}에서 {right}까지, {y} {low}에서 {high}까지</translation>
    </message>
</context>
<context>
    <name>PlotsPanel</name>
    <message>
        <source>decay</source>
        <translation>가중치 감소</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>momentum</source>
        <translation>모멘텀</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>test</source>
        <translation>시험</translation>
    </message>
    <message>
        <source>training</source>
        <translation>훈련</translation>
    </message>
    <message>
        <source>training, {count} examples</source>
        <translation>훈련, 샘플 {count}개</translation>
    </message>
    <message>
        <source>{layer} dead</source>
        <translation>{layer} 죽음</translation>
    </message>
</context>
<context>
    <name>PointedView</name>
    <message>
        <source>Change the value…</source>
        <translation>값 바꾸기…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>접기</translation>
    </message>
    <message>
        <source>Open into its parts</source>
        <translation>부분으로 펼치기</translation>
    </message>
    <message>
        <source>Show the whole gradient</source>
        <translation>기울기 전체 보기</translation>
    </message>
    <message>
        <source>Show the whole graph</source>
        <translation>그래프 전체 보기</translation>
    </message>
    <message>
        <source>Show the whole value</source>
        <translation>값 전체 보기</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>확대</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>축소</translation>
    </message>
</context>
<context>
    <name>PredictionView</name>
    <message>
        <source>How sure the network is of each class: the higher a column, the surer.</source>
        <translation>신경망이 각 클래스를 얼마나 확신하는지 보여 줘요. 막대가 높을수록 더 확신해요.</translation>
    </message>
    <message>
        <source>Outputs of the network, class by class</source>
        <translation>클래스별 신경망 출력</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>The drawing as the network sees it</source>
        <translation>신경망이 보는 손그림</translation>
    </message>
    <message>
        <source>The drawing as the network sees it: scaled into a box of 20 × 20 and placed on 28 × 28 with its centre of mass in the middle, as the images of MNIST were made.</source>
        <translation>신경망이 보는 손그림이에요. MNIST의 이미지처럼 20 × 20 상자에 맞추고, 무게중심이 가운데에 오도록 28 × 28 위에 놓았어요.</translation>
    </message>
    <message>
        <source>as the network sees it</source>
        <translation>신경망이 보는 모습</translation>
    </message>
    <message>
        <source>not finite: no prediction</source>
        <translation>유한한 수가 아니라서 예측이 없음</translation>
    </message>
    <message>
        <source>output {value}</source>
        <translation>출력 {value}</translation>
    </message>
    <message>
        <source>{share} sure</source>
        <translation>확신도 {share}</translation>
    </message>
</context>
<context>
    <name>ProductRows</name>
    <message>
        <source>product</source>
        <translation>곱</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Data set</source>
        <translation>데이터셋</translation>
    </message>
    <message>
        <source>Experiment of the Lab</source>
        <translation>실험실의 실험</translation>
    </message>
</context>
<context>
    <name>QuizPanel</name>
    <message>
        <source>A number, or a calculation</source>
        <translation>수 또는 계산식</translation>
    </message>
    <message>
        <source>A number, or a calculation of numbers with + − * / and brackets.</source>
        <translation>수, 또는 + − * /와 괄호를 쓴 계산식이에요.</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Is this the number? Three right digits are enough (Enter).</source>
        <translation>이 수가 맞나요? 세 자리만 맞으면 돼요 (Enter).</translation>
    </message>
    <message>
        <source>It was {number}.</source>
        <translation>답은 {number}(이에요/예요).</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>답 보기</translation>
    </message>
    <message>
        <source>Show the number and go on to the next one.</source>
        <translation>답을 보고 다음 수로 넘어가요.</translation>
    </message>
    <message>
        <source>That was the last step: every number of this graph is known. Go back to ask again.</source>
        <translation>마지막 단계였어요. 이 그래프의 모든 수를 알아냈어요. 다시 풀려면 뒤로 가세요.</translation>
    </message>
    <message>
        <source>What does this node compute?</source>
        <translation>이 노드를 계산하면 얼마일까요?</translation>
    </message>
    <message>
        <source>What does this wire carry back?</source>
        <translation>이 연결선은 어떤 값을 거꾸로 보낼까요?</translation>
    </message>
    <message>
        <source>asked for: the entry [{place}] of shape {shape}</source>
        <translation>묻는 것: 형상 {shape}의 원소 [{place}]</translation>
    </message>
    <message>
        <source>✓ Right.</source>
        <translation>✓ 맞아요.</translation>
    </message>
</context>
<context>
    <name>RaceView</name>
    <message>
        <source> (extrapolated from {counted})</source>
        <translation> ({counted}번으로 추정)</translation>
    </message>
    <message>
        <source>Backpropagation: one pass forward and one back, {time} for all {parameters} parameters</source>
        <translation>오차역전파법: 순전파와 역전파 한 번씩, 매개변수 {parameters}개의 기울기 전부에 {time}</translation>
    </message>
    <message>
        <source>Central differences: {evaluations} losses, two for each parameter, {time}</source>
        <translation>중앙 차분: 매개변수마다 두 번씩 손실 {evaluations}번, {time}</translation>
    </message>
    <message>
        <source>How long one gradient takes by backpropagation, and how long by differences.</source>
        <translation>기울기 한 번에 역전파로는 얼마나, 차분으로는 얼마나 걸리는지 보여 줘요.</translation>
    </message>
    <message>
        <source>The race is on…</source>
        <translation>시간을 재는 중…</translation>
    </message>
    <message>
        <source>Time for one gradient</source>
        <translation>기울기 한 번에 걸리는 시간</translation>
    </message>
    <message>
        <source>seconds for one gradient</source>
        <translation>기울기 한 번에 걸리는 시간(초)</translation>
    </message>
    <message>
        <source>{ratio} times as long</source>
        <translation>{ratio}배 오래 걸림</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Edits of the last sitting</source>
        <translation>지난 작업의 편집</translation>
    </message>
    <message>
        <source>Not all that the last sitting left could be brought back.</source>
        <translation>지난 작업을 모두 되살리지는 못했어요.</translation>
    </message>
    <message>
        <source>This is what the last sitting left.</source>
        <translation>지난 작업을 되살렸어요.</translation>
    </message>
    <message>
        <source>Your work is not kept for the case of a crash: {reason}</source>
        <translation>프로그램이 갑자기 꺼질 때를 대비해 작업을 보관하지 못하고 있어요: {reason}</translation>
    </message>
</context>
<context>
    <name>RecoveryLine</name>
    <message>
        <source>Continue</source>
        <translation>이어서 하기</translation>
    </message>
    <message>
        <source>Delete what the last sitting left.</source>
        <translation>지난 작업에서 남은 것을 지워요.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>버리기</translation>
    </message>
    <message>
        <source>Put it on the table. Start then goes on with the training.</source>
        <translation>불러와요. 그다음 시작을 누르면 이어서 학습해요.</translation>
    </message>
    <message>
        <source>The last sitting ended before its work was saved. There is still: {what}.</source>
        <translation>지난 작업이 저장되기 전에 끝났어요. 남아 있는 것: {what}.</translation>
    </message>
    <message>
        <source>a network after 1 iteration</source>
        <translation>반복 1번 뒤의 신경망</translation>
    </message>
    <message>
        <source>a network after {iteration} iterations</source>
        <translation>반복 {iteration}번 뒤의 신경망</translation>
    </message>
    <message>
        <source>an expression or values</source>
        <translation>식이나 값</translation>
    </message>
    <message>
        <source>drawings</source>
        <translation>손그림</translation>
    </message>
    <message>
        <source>the network as it was edited</source>
        <translation>편집한 신경망</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Change the report as you like, then copy it; nothing is sent.</source>
        <translation>보고서를 원하는 대로 고치고 복사하세요. 아무것도 전송되지 않아요.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>복사했어요</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>문제 알리기</translation>
    </message>
    <message>
        <source>This is what helps to find a fault. Your home folder and your name are left out; take out whatever else you like. Nothing is sent: copy it, and say beside it what you did.</source>
        <translation>오류를 찾는 데 도움이 되는 정보예요. 홈 폴더와 사용자 이름은 뺐어요. 그 밖에 빼고 싶은 것도 지우세요. 아무것도 보내지 않아요. 복사한 다음, 무엇을 하다가 생긴 문제인지 함께 적으세요.</translation>
    </message>
    <message>
        <source>What would be copied</source>
        <translation>복사될 내용</translation>
    </message>
</context>
<context>
    <name>RunActions</name>
    <message>
        <source>Beyond this the oldest runs are deleted, but none that is pinned.</source>
        <translation>이보다 많아지면 가장 오래된 학습 기록부터 지워요. 고정한 것은 지우지 않아요.</translation>
    </message>
    <message>
        <source>Brings back the layers and settings of the marked run, with its seed, for another one.</source>
        <translation>선택한 학습의 계층과 설정을 시드까지 가져와요. 이것으로 새로 학습할 수 있어요.</translation>
    </message>
    <message>
        <source>Brings back the network of the marked run, trained as it was, and its settings.</source>
        <translation>선택한 학습의 신경망을 학습된 그대로, 설정과 함께 불러와요.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Delete all {number} runs that are kept, {size}?</source>
        <translation>보관된 학습 기록 {number}개({size})를 모두 지울까요?</translation>
    </message>
    <message>
        <source>Delete everything</source>
        <translation>모두 삭제</translation>
    </message>
    <message>
        <source>Delete everything…</source>
        <translation>모두 삭제…</translation>
    </message>
    <message>
        <source>Deletes all runs that are kept, once you have said so again.</source>
        <translation>다시 한 번 확인한 뒤 보관된 학습 기록을 모두 지워요.</translation>
    </message>
    <message>
        <source>Deletes the marked run; Undo brings it back. Not that on the table.</source>
        <translation>선택한 학습 기록을 지워요. 실행 취소로 되돌릴 수 있어요. 현재 학습은 지울 수 없어요.</translation>
    </message>
    <message>
        <source>Gives the marked run another name.</source>
        <translation>선택한 학습의 이름을 바꿔요.</translation>
    </message>
    <message>
        <source>Keeps the marked run when the oldest go for want of room.</source>
        <translation>공간이 모자라 오래된 것부터 지울 때도 선택한 학습은 남겨요.</translation>
    </message>
    <message>
        <source>Most room for all runs</source>
        <translation>학습 기록의 최대 용량</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>고정</translation>
    </message>
    <message>
        <source>Pinned ones go as well, and none can be brought back. Only the run on the table stays. Models that you saved elsewhere stay, too.</source>
        <translation>고정한 것도 지워지고, 되돌릴 수 없어요. 현재 학습만 남아요. 다른 곳에 저장한 모델도 남아요.</translation>
    </message>
    <message>
        <source>Put on the table</source>
        <translation>불러오기</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>이름 바꾸기</translation>
    </message>
    <message>
        <source>Use again</source>
        <translation>다시 사용</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>메모 쓰기</translation>
    </message>
    <message>
        <source>Writes a note on the marked run.</source>
        <translation>선택한 학습에 메모를 써요.</translation>
    </message>
</context>
<context>
    <name>RunFigure</name>
    <message>
        <source>test accuracy</source>
        <translation>시험 정확도</translation>
    </message>
    <message>
        <source>test loss</source>
        <translation>시험 손실</translation>
    </message>
    <message>
        <source>training accuracy</source>
        <translation>훈련 정확도</translation>
    </message>
    <message>
        <source>training loss</source>
        <translation>훈련 손실</translation>
    </message>
</context>
<context>
    <name>RunMenu</name>
    <message>
        <source>&amp;Training</source>
        <translation>학습(&amp;T)</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>이어서 학습</translation>
    </message>
    <message>
        <source>Draw other initial weights and batches: the seed goes up by one.</source>
        <translation>다른 가중치 초깃값과 미니배치를 뽑아요. 시드가 1 커져요.</translation>
    </message>
    <message>
        <source>End this run and evaluate the network as it is. Continue goes on from there.</source>
        <translation>이 학습을 끝내고 지금 상태의 신경망을 평가해요. “이어서 학습”을 누르면 거기서부터 이어져요.</translation>
    </message>
    <message>
        <source>Go back to the initial weights of the same seed: the next run begins the same way.</source>
        <translation>같은 시드의 가중치 초깃값으로 돌아가요. 다음 학습이 똑같이 시작돼요.</translation>
    </message>
    <message>
        <source>Go on where the run was paused.</source>
        <translation>일시 정지한 곳에서 계속해요.</translation>
    </message>
    <message>
        <source>Go on with this network for the length that the form says. Settings that were edited apply from here on. For a new run, take new weights first.</source>
        <translation>이 신경망을 설정에 적힌 길이만큼 더 학습해요. 고친 설정은 여기서부터 적용돼요. 새로 학습하려면 먼저 새 가중치를 고르세요.</translation>
    </message>
    <message>
        <source>Make one iteration: a mini-batch, its gradient, one update. Then pause and show what happened.</source>
        <translation>반복 한 번을 해요: 미니배치 하나, 그 기울기, 갱신 한 번. 그리고 일시 정지해서 무엇이 일어났는지 보여 줘요.</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>새 학습</translation>
    </message>
    <message>
        <source>New seed</source>
        <translation>새 시드</translation>
    </message>
    <message>
        <source>New weights</source>
        <translation>새 가중치</translation>
    </message>
    <message>
        <source>No run is under way.</source>
        <translation>진행 중인 학습이 없어요.</translation>
    </message>
    <message>
        <source>One epoch</source>
        <translation>한 에폭</translation>
    </message>
    <message>
        <source>One iteration</source>
        <translation>반복 한 번</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Pause the run first.</source>
        <translation>먼저 학습을 일시 정지하세요.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>The data are being read.</source>
        <translation>데이터를 읽고 있어요.</translation>
    </message>
    <message>
        <source>The network, the data set or the seed has changed since this run: train from initial weights. This run stays among the runs.</source>
        <translation>이 학습 뒤로 신경망, 데이터셋 또는 시드가 바뀌었어요. 가중치 초깃값에서 새로 학습해요. 지금 학습은 학습 기록에 남아요.</translation>
    </message>
    <message>
        <source>The run is about to end.</source>
        <translation>학습이 곧 끝나요.</translation>
    </message>
    <message>
        <source>The run is about to pause.</source>
        <translation>학습을 곧 일시 정지해요.</translation>
    </message>
    <message>
        <source>Train from the initial weights to the end of the run.</source>
        <translation>가중치 초깃값에서 정해진 끝까지 학습해요.</translation>
    </message>
    <message>
        <source>Train to the next evaluation, one epoch further, then pause.</source>
        <translation>다음 평가까지 1에폭 더 학습하고 일시 정지해요.</translation>
    </message>
    <message>
        <source>Wait after this iteration. The plots and settings stay; it can go on.</source>
        <translation>이번 반복을 마치고 기다려요. 그림과 설정은 그대로이고, 다시 계속할 수 있어요.</translation>
    </message>
</context>
<context>
    <name>RunMessages</name>
    <message>
        <source>Completed: {iteration} iterations.</source>
        <translation>반복 {iteration}번을 마쳤어요.</translation>
    </message>
    <message>
        <source>Diverged at iteration {iteration}: the loss, its gradient or the weights are not finite any more. The updates were too large: try a smaller learning rate, such as {smaller} instead of {rate}. The weights from before that iteration are kept.</source>
        <translation>{iteration}번째 반복에서 발산했어요: 손실이나 기울기, 가중치가 더는 유한하지 않아요. 갱신이 너무 컸어요. {rate} 대신 {smaller}처럼 더 작은 학습률을 써 보세요. 그 반복 이전의 가중치가 남아 있어요.</translation>
    </message>
    <message>
        <source>Diverged: after {iteration} iterations the loss is {last}; it began at {first}. The updates were too large and made the network worse: it has not learned. Try a smaller learning rate, such as {smaller} instead of {rate}.</source>
        <translation>발산했어요: 처음 손실은 {first}, 반복 {iteration}번 뒤의 손실은 {last}(이에요/예요). 갱신이 너무 커서 신경망이 더 나빠졌고, 아무것도 배우지 못했어요. {rate} 대신 {smaller}처럼 더 작은 학습률을 써 보세요.</translation>
    </message>
    <message>
        <source>Since iteration {iteration} no unit of {layer} gives anything: no gradient passes it, and the loss stays flat. Take new weights and a smaller learning rate, or Leaky ReLU in its place.</source>
        <translation>{iteration}번째 반복부터 {layer}의 모든 뉴런이 0만 내보내요. 기울기가 지나가지 못해서 손실이 줄지 않아요. 새 가중치와 더 작은 학습률을 쓰거나, Leaky ReLU로 바꾸세요.</translation>
    </message>
    <message>
        <source>Stopped after iteration {iteration}.</source>
        <translation>{iteration}번째 반복 뒤에 중지했어요.</translation>
    </message>
    <message>
        <source>Test accuracy {share} %.</source>
        <translation>시험 정확도는 {share} %예요.</translation>
    </message>
    <message>
        <source>The training broke off after iteration {iteration} because of a fault in the program. The network is kept as it was then.</source>
        <translation>프로그램 오류로 {iteration}번째 반복 뒤에 학습이 중단됐어요. 신경망은 그때 상태로 남아 있어요.</translation>
    </message>
    <message>
        <source>The training could not begin because of a fault in the program.</source>
        <translation>프로그램 오류로 학습을 시작하지 못했어요.</translation>
    </message>
</context>
<context>
    <name>RunProgress</name>
    <message>
        <source>Not started yet.</source>
        <translation>아직 시작하지 않았어요.</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>학습 진행</translation>
    </message>
    <message>
        <source>Reading the data; the run starts as soon as they are there.</source>
        <translation>데이터를 읽고 있어요. 다 읽으면 바로 학습을 시작해요.</translation>
    </message>
    <message>
        <source>Ready: {iterations} of {examples} each, from initial weights.</source>
        <translation>준비됐어요: 가중치 초깃값에서 {iterations}, 한 번에 {examples}씩이에요.</translation>
    </message>
    <message>
        <source>Start is off. {reason}</source>
        <translation>시작 불가: {reason}</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>약 {time} 남음</translation>
    </message>
    <message>
        <source>epoch {epoch}</source>
        <translation>에폭 {epoch}</translation>
    </message>
    <message>
        <source>evaluating: {done} of {total} examples</source>
        <translation>평가 중: 샘플 {total}개 중 {done}개</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>paused before the last evaluation</source>
        <translation>마지막 평가 전에 일시 정지</translation>
    </message>
    <message>
        <source>paused while evaluating: {done} of {total} examples</source>
        <translation>평가 중 일시 정지: 샘플 {total}개 중 {done}개</translation>
    </message>
    <message>
        <source>stopping…</source>
        <translation>중지하는 중…</translation>
    </message>
    <message>
        <source>{done} / {total} iterations</source>
        <translation>반복 {done} / {total}</translation>
    </message>
</context>
<context>
    <name>RunSummary</name>
    <message>
        <source>Evaluations: {share} of the time</source>
        <translation>평가: 전체 시간의 {share}</translation>
    </message>
    <message>
        <source>Network: {network}</source>
        <translation>신경망: {network}</translation>
    </message>
    <message>
        <source>Threads: {numbers}; with {number} alone the run can be repeated bit for bit</source>
        <translation>스레드: {numbers}. {number}개만 쓰면 비트까지 똑같은 학습을 되풀이할 수 있어요</translation>
    </message>
    <message>
        <source>Threads: {number}</source>
        <translation>스레드: {number}개</translation>
    </message>
    <message>
        <source>bias correction in the rate</source>
        <translation>학습률에서 편향 보정</translation>
    </message>
    <message>
        <source>loss {loss}</source>
        <translation>손실 {loss}</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>진행 중</translation>
    </message>
    <message>
        <source>{number} ({iterations} iterations)</source>
        <translation>{number}개 (반복 {iterations}번)</translation>
    </message>
</context>
<context>
    <name>Runner</name>
    <message>
        <source>Ends the computation. The picture stays what it was before it.</source>
        <translation>계산을 멈춰요. 그림은 전과 같이 남아요.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>진행</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
</context>
<context>
    <name>RunsModel</name>
    <message>
        <source>Ended: {time}</source>
        <translation>끝난 시각: {time}</translation>
    </message>
    <message>
        <source>Note: {note}</source>
        <translation>메모: {note}</translation>
    </message>
    <message>
        <source>Pinned: it never goes for want of room</source>
        <translation>고정됨: 공간이 모자라도 지우지 않아요</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>끝난 시각</translation>
    </message>
    <message>
        <source>iterations</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>optimizer, rate</source>
        <translation>최적화, 학습률</translation>
    </message>
    <message>
        <source>outcome</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>run</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>test accuracy</source>
        <translation>시험 정확도</translation>
    </message>
    <message>
        <source>{run} (now)</source>
        <translation>{run} (현재)</translation>
    </message>
</context>
<context>
    <name>RunsPage</name>
    <message>
        <source>A check mark lays the curves of a run over those of the current run. Space sets it.</source>
        <translation>체크 표시를 하면 그 학습의 곡선을 현재 학습의 곡선에 겹쳐 보여 줘요. 스페이스로 표시하세요.</translation>
    </message>
    <message>
        <source>Configuration of {run}</source>
        <translation>{run}의 설정</translation>
    </message>
    <message>
        <source>Every run will be kept here with network and settings, to be compared and taken up again.</source>
        <translation>모든 학습이 신경망, 설정과 함께 여기에 보관돼요. 서로 비교하고 다시 불러올 수 있어요.</translation>
    </message>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>Name, note, room for all runs, delete everything.</source>
        <translation>이름, 메모, 학습 기록의 최대 용량, 모두 삭제.</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>학습 기록</translation>
    </message>
    <message>
        <source>Runs are not kept</source>
        <translation>학습 기록을 보관하지 않음</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>학습 시작</translation>
    </message>
    <message>
        <source>{number} runs are kept in {folder}.</source>
        <translation>학습 기록 {number}개가 {folder}에 보관되어 있어요.</translation>
    </message>
    <message>
        <source>{room}; some are damaged</source>
        <translation>{room}; 일부 손상됨</translation>
    </message>
    <message>
        <source>{size} of {limit}</source>
        <translation>{limit} 중 {size}</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>The formula is on the clipboard.</source>
        <translation>식을 클립보드에 복사했어요.</translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation>그림을 클립보드에 복사했어요.</translation>
    </message>
    <message>
        <source>{name} could not be written: {reason}. Choose another folder.</source>
        <translation>{name}(을/를) 저장하지 못했어요: {reason}. 다른 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>{name} is saved.</source>
        <translation>{name}(을/를) 저장했어요.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Settings are not remembered: {path} cannot be read and written.</source>
        <translation>{path}(을/를) 읽고 쓸 수 없어서 설정을 기억하지 못해요.</translation>
    </message>
    <message>
        <source>The settings file could not be used. It is kept as {path}; this is a fresh start.</source>
        <translation>설정 파일을 쓸 수 없었어요. 그 파일은 {path}(으로/로) 보관하고 새로 시작해요.</translation>
    </message>
    <message>
        <source>There is no home folder (HOME): settings are not remembered.</source>
        <translation>홈 폴더(HOME)가 없어서 설정을 기억하지 못해요.</translation>
    </message>
</context>
<context>
    <name>ShapesTable</name>
    <message>
        <source>a batch of {count}</source>
        <translation>크기 {count}인 미니배치</translation>
    </message>
    <message>
        <source>one image</source>
        <translation>이미지 한 장</translation>
    </message>
</context>
<context>
    <name>SmoothingButton</name>
    <message>
        <source>About {points} points</source>
        <translation>점 {points}개쯤</translation>
    </message>
    <message>
        <source>No smoothing</source>
        <translation>평활 없음</translation>
    </message>
    <message>
        <source>The number of points that the strong line averages. More points show the trend, fewer follow each value; the values themselves stay faint behind it.</source>
        <translation>진한 선이 점 몇 개의 평균인지 정해요. 많으면 전체 흐름이 보이고, 적으면 값 하나하나를 따라가요. 원래 값은 뒤에 흐리게 남아요.</translation>
    </message>
    <message>
        <source>smooth</source>
        <translation>평활</translation>
    </message>
</context>
<context>
    <name>SoftmaxPage</name>
    <message>
        <source>A score of one class. The more it has, the more of the probability is its own.</source>
        <translation>한 클래스의 점수예요. 클수록 그 클래스의 확률이 커져요.</translation>
    </message>
    <message>
        <source>Added c</source>
        <translation>더하는 값 c</translation>
    </message>
    <message>
        <source>All scores are divided by it. A lower one makes the largest score surer.</source>
        <translation>모든 점수를 이 값으로 나눠요. 낮을수록 가장 큰 점수의 확신도가 높아져요.</translation>
    </message>
    <message>
        <source>Drag a score up and down, T and c to the sides. Keys: ← → choose a score, ↑ ↓ move it; with Shift ×10.</source>
        <translation>점수는 위아래로, T와 c는 옆으로 끌어 보세요. 키: ← →는 점수를 고르고 ↑ ↓는 움직여요. Shift와 함께 누르면 ×10이에요.</translation>
    </message>
    <message>
        <source>Float type</source>
        <translation>실수 형식</translation>
    </message>
    <message>
        <source>Is added to all scores. It changes no probability, but the naive way breaks.</source>
        <translation>모든 점수에 더해요. 확률은 바뀌지 않지만, 단순한 방법은 무너져요.</translation>
    </message>
    <message>
        <source>Overflow in the graph</source>
        <translation>그래프로 오버플로 보기</translation>
    </message>
    <message>
        <source>Score s₁</source>
        <translation>점수 s₁</translation>
    </message>
    <message>
        <source>Score s₂</source>
        <translation>점수 s₂</translation>
    </message>
    <message>
        <source>Score s₃</source>
        <translation>점수 s₃</translation>
    </message>
    <message>
        <source>Scores, temperature, overflow, and both ways</source>
        <translation>점수, 온도, 오버플로, 두 방법</translation>
    </message>
    <message>
        <source>Shows softmax of these scores as one node, with its gradients; the node opens into its steps.</source>
        <translation>이 점수의 소프트맥스를 노드 하나와 그 기울기로 보여 줘요. 노드를 펼치면 단계가 나와요.</translation>
    </message>
    <message>
        <source>Shows the naive way as a graph with scores near 1000: step through it, and see where inf begins.</source>
        <translation>점수가 1000쯤인 단순한 방법을 그래프로 보여 줘요. 단계를 따라가며 inf가 어디서 시작되는지 보세요.</translation>
    </message>
    <message>
        <source>Softmax in the graph</source>
        <translation>그래프로 소프트맥스 보기</translation>
    </message>
    <message>
        <source>Temperature T</source>
        <translation>온도 T</translation>
    </message>
    <message>
        <source>exp ends above z = 709.78 in float64, and above 88.72 in float32.</source>
        <translation>exp는 float64에서는 z = 709.78까지, float32에서는 88.72까지만 계산할 수 있어요.</translation>
    </message>
    <message>
        <source>naive y</source>
        <translation>y, 단순한 방법</translation>
    </message>
    <message>
        <source>score</source>
        <translation>점수</translation>
    </message>
    <message>
        <source>stable y</source>
        <translation>y, 안정한 방법</translation>
    </message>
    <message>
        <source>{name}, c = {shift}</source>
        <translation>{name}, c = {shift}</translation>
    </message>
    <message>
        <source>{name}, naive</source>
        <translation>{name}, 단순한 방법</translation>
    </message>
    <message>
        <source>{name}, stable</source>
        <translation>{name}, 안정한 방법</translation>
    </message>
</context>
<context>
    <name>SoftmaxPicture</name>
    <message>
        <source>0, below {precision}</source>
        <translation>0, {precision} 미만</translation>
    </message>
    <message>
        <source>Naive: an exp is too small for {precision} and became 0; its y is 0 as well.</source>
        <translation>단순한 방법: 어떤 exp가 {precision}에 담기에 너무 작아 0이 되었어요. 그 y도 0이에요.</translation>
    </message>
    <message>
        <source>Naive: as the formula reads</source>
        <translation>단순한 방법: 식 그대로</translation>
    </message>
    <message>
        <source>Naive: each exp is a number, but their sum is beyond {most}, the largest {precision}: Σ = inf, and all y are 0.</source>
        <translation>단순한 방법: exp는 모두 수이지만, 합이 {precision}의 가장 큰 수 {most}(을/를) 넘어요. Σ = inf가 되고 모든 y가 0이에요.</translation>
    </message>
    <message>
        <source>Naive: every exp is a number here, and both ways agree.</source>
        <translation>단순한 방법: 여기서는 모든 exp가 수이고, 두 방법의 결과가 같아요.</translation>
    </message>
    <message>
        <source>Naive: every exp is beyond {most}, the largest {precision}: inf ÷ inf is NaN, everywhere.</source>
        <translation>단순한 방법: 모든 exp가 {precision}의 가장 큰 수 {most}(을/를) 넘어서, 어디서나 inf ÷ inf, 곧 NaN이에요.</translation>
    </message>
    <message>
        <source>Naive: every exp is too small for {precision} and became 0: 0 ÷ 0 is NaN.</source>
        <translation>단순한 방법: 모든 exp가 {precision}에 담기에 너무 작아 0이 되었어요. 0 ÷ 0은 NaN이에요.</translation>
    </message>
    <message>
        <source>Naive: exp is inf beyond {most}, the largest {precision}. inf ÷ inf is NaN, and what is finite ÷ inf is 0.</source>
        <translation>단순한 방법: {precision}의 가장 큰 수 {most}(을/를) 넘는 exp는 inf예요. inf ÷ inf는 NaN이고, 유한한 수 ÷ inf는 0이에요.</translation>
    </message>
    <message>
        <source>Probabilities</source>
        <translation>확률</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>점수</translation>
    </message>
    <message>
        <source>Stable: m = {m} is subtracted from each z, which divides top and bottom by exp(m). y stays the same, and no exp is above 1.</source>
        <translation>안정한 방법: 모든 z에서 m = {m}(을/를) 빼요. 분자와 분모를 exp(m)으로 나누는 것과 같아요. y는 그대로이고, 어떤 exp도 1을 넘지 않아요.</translation>
    </message>
    <message>
        <source>Stable: the largest is subtracted</source>
        <translation>안정한 방법: 최댓값 빼기</translation>
    </message>
    <message>
        <source>Where exp z ends</source>
        <translation>exp z의 한계</translation>
    </message>
    <message>
        <source>c, added to all scores</source>
        <translation>c, 모든 점수에 더하는 값</translation>
    </message>
    <message>
        <source>inf, above {precision}</source>
        <translation>inf, {precision} 초과</translation>
    </message>
    <message>
        <source>more equal →</source>
        <translation>더 고르게 →</translation>
    </message>
    <message>
        <source>temperature T</source>
        <translation>온도 T</translation>
    </message>
    <message>
        <source>{names} are equally large, and so are their y, for every T and c: exp rises with z. To predict, softmax may be left out; the loss needs it.</source>
        <translation>{names}의 점수가 같아서, T와 c가 무엇이든 y도 같아요. z가 커지면 exp도 커지기 때문이에요. 예측에는 소프트맥스를 빼도 되지만, 손실에는 필요해요.</translation>
    </message>
    <message>
        <source>{names} is the largest score, and so is its y, for every T and c: exp rises with z. To predict, softmax may be left out; the loss needs it.</source>
        <translation>T와 c가 무엇이든, 점수가 가장 큰 {names}의 y가 가장 커요. z가 커지면 exp도 커지기 때문이에요. 예측에는 소프트맥스를 빼도 되지만, 손실에는 필요해요.</translation>
    </message>
    <message>
        <source>← surer</source>
        <translation>← 더 확신</translation>
    </message>
</context>
<context>
    <name>SortField</name>
    <message>
        <source>Ascending: smallest first</source>
        <translation>오름차순: 작은 것부터</translation>
    </message>
    <message>
        <source>Descending: largest first</source>
        <translation>내림차순: 큰 것부터</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>확신도</translation>
    </message>
    <message>
        <source>index</source>
        <translation>번호</translation>
    </message>
    <message>
        <source>label</source>
        <translation>레이블</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>prediction</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>{direction}. Click to reverse the order.</source>
        <translation>{direction}. 클릭하면 순서를 뒤집어요.</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>Initial weights, not trained yet</source>
        <translation>가중치 초깃값, 아직 학습 전</translation>
    </message>
    <message>
        <source>{name}, in training at iteration {iteration}</source>
        <translation>{name}, {iteration}번째 반복 학습 중</translation>
    </message>
    <message>
        <source>{name}, paused at iteration {iteration}</source>
        <translation>{name}, {iteration}번째 반복에서 일시 정지</translation>
    </message>
    <message>
        <source>{name}, trained for {iteration} iterations</source>
        <translation>{name}, 반복 {iteration}번 학습함</translation>
    </message>
    <message>
        <source>{name}: initial weights, not trained yet</source>
        <translation>{name}: 가중치 초깃값, 아직 학습 전</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>Backprop Lab could not start with what it remembers.</source>
        <translation>Backprop Lab이 기억해 둔 설정으로는 시작할 수 없었어요.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>끝내기</translation>
    </message>
    <message>
        <source>Start with fresh settings</source>
        <translation>새 설정으로 시작</translation>
    </message>
    <message>
        <source>With fresh settings it forgets the last window, network and folder. The old settings are kept in a file beside them.</source>
        <translation>새 설정으로 시작하면 마지막 창, 신경망, 폴더를 잊어요. 이전 설정은 그 옆에 파일로 남겨 둬요.</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>엔진</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>남은 시간</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Threads in the matrix products: {number} of {most}, as the machine is busy or free.</source>
        <translation>행렬 곱의 스레드: {most}개 중 {number}개. 컴퓨터가 바쁜 정도에 따라 정해요.</translation>
    </message>
    <message>
        <source>Threads in the matrix products: {number}, as a variable of the environment says.</source>
        <translation>행렬 곱의 스레드: {number}개. 환경 변수로 정했어요.</translation>
    </message>
    <message>
        <source>Threads in the matrix products: {number}, as chosen in the menu View.</source>
        <translation>행렬 곱의 스레드: {number}개. 보기 메뉴에서 골랐어요.</translation>
    </message>
    <message>
        <source>being read…</source>
        <translation>읽는 중…</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>끝남</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>대기 중</translation>
    </message>
    <message>
        <source>iteration {iteration}</source>
        <translation>{iteration}번째 반복</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>중지하는 중</translation>
    </message>
    <message>
        <source>training</source>
        <translation>학습 중</translation>
    </message>
    <message>
        <source>waiting for the data</source>
        <translation>데이터를 기다리는 중</translation>
    </message>
    <message>
        <source>{rate} images a second</source>
        <translation>1초에 이미지 {rate}장</translation>
    </message>
</context>
<context>
    <name>StepPanel</name>
    <message>
        <source>Before the first step: the inputs have their values, nothing is computed yet. Step goes forward from node to node; then the gradients come back, from 1 at the output.</source>
        <translation>첫 단계 전이에요. 입력에는 값이 있고, 아직 아무것도 계산하지 않았어요. “다음 단계”를 누르면 노드를 하나씩 앞으로 계산해요. 그다음에는 출력의 1에서 시작해 기울기가 거꾸로 돌아와요.</translation>
    </message>
    <message>
        <source>Quiz: the next number</source>
        <translation>퀴즈: 다음 수</translation>
    </message>
    <message>
        <source>This step</source>
        <translation>이 단계</translation>
    </message>
    <message>
        <source>This step: {operation} computes</source>
        <translation>이 단계: {operation}의 순전파</translation>
    </message>
    <message>
        <source>This step: {operation} sends back</source>
        <translation>이 단계: {operation}의 역전파</translation>
    </message>
</context>
<context>
    <name>StepTexts</name>
    <message>
        <source>1  Mini-batch</source>
        <translation>1  미니배치</translation>
    </message>
    <message>
        <source>2  Gradient</source>
        <translation>2  기울기</translation>
    </message>
    <message>
        <source>3  Update</source>
        <translation>3  갱신</translation>
    </message>
    <message>
        <source>4  New loss</source>
        <translation>4  새 손실</translation>
    </message>
    <message>
        <source>RMS of ∂L/∂p by array</source>
        <translation>배열별 ∂L/∂p의 RMS</translation>
    </message>
    <message>
        <source>after</source>
        <translation>이후</translation>
    </message>
    <message>
        <source>before</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>change</source>
        <translation>변화</translation>
    </message>
    <message>
        <source>iteration {iteration}: the next {batch} of {examples}, shuffled</source>
        <translation>{iteration}번째 반복: 섞은 샘플 {examples}개에서 다음 {batch}개</translation>
    </message>
    <message>
        <source>iteration {iteration}: {batch} of {examples}, drawn at random</source>
        <translation>{iteration}번째 반복: 샘플 {examples}개에서 {batch}개를 무작위로 추출</translation>
    </message>
    <message>
        <source>p ← p − {rate} · ∂L/∂p: RMS of the change</source>
        <translation>p ← p − {rate} · ∂L/∂p: 변화량의 RMS</translation>
    </message>
    <message>
        <source>the same mini-batch again: its loss is lower</source>
        <translation>같은 미니배치로 다시 계산: 손실이 줄었어요</translation>
    </message>
    <message>
        <source>the same mini-batch again: not a finite number any more</source>
        <translation>같은 미니배치로 다시 계산: 더는 유한한 수가 아니에요</translation>
    </message>
    <message>
        <source>the same mini-batch again: not lower, the update was too large for it</source>
        <translation>같은 미니배치로 다시 계산: 손실이 줄지 않았어요. 갱신이 너무 컸어요</translation>
    </message>
    <message>
        <source>{optimizer}, rate {rate}: RMS of the change</source>
        <translation>{optimizer}, 학습률 {rate}: 변화량의 RMS</translation>
    </message>
</context>
<context>
    <name>SubjectPart</name>
    <message>
        <source>Next mistake (N)</source>
        <translation>다음 오답 (N)</translation>
    </message>
    <message>
        <source>Previous mistake (P)</source>
        <translation>이전 오답 (P)</translation>
    </message>
    <message>
        <source>drawing</source>
        <translation>손그림</translation>
    </message>
    <message>
        <source>label {label}
prediction {prediction} ×</source>
        <translation>레이블 {label}
예측 {prediction} ×</translation>
    </message>
    <message>
        <source>test image</source>
        <translation>시험 이미지</translation>
    </message>
    <message>
        <source>training image</source>
        <translation>훈련 이미지</translation>
    </message>
</context>
<context>
    <name>Surface</name>
    <message>
        <source>label</source>
        <translation>레이블</translation>
    </message>
    <message>
        <source>unit {unit}</source>
        <translation>뉴런 {unit}</translation>
    </message>
</context>
<context>
    <name>SurfaceFigure</name>
    <message>
        <source>Decision surface</source>
        <translation>결정 표면</translation>
    </message>
    <message>
        <source>Each unit&apos;s value over the plane: blue above 0, grey below. Point at one to see it large; click, or press Enter, to keep it.</source>
        <translation>평면 위에서 각 뉴런의 값이에요. 0보다 크면 파란색, 작으면 회색이에요. 가리키면 크게 보이고, 클릭하거나 Enter를 누르면 그대로 남아요.</translation>
    </message>
    <message>
        <source>Hidden layer</source>
        <translation>은닉층</translation>
    </message>
    <message>
        <source>The hidden layer whose units are shown.</source>
        <translation>뉴런을 보여 줄 은닉층이에요.</translation>
    </message>
    <message>
        <source>The paler a colour, the less sure the network is; on the line two classes tie. Point at the plane, or use the arrow keys, to read the numbers.</source>
        <translation>색이 옅을수록 신경망의 확신도가 낮아요. 선 위에서는 두 클래스의 점수가 같아요. 평면을 가리키거나 화살표 키를 누르면 수가 나와요.</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>뉴런</translation>
    </message>
    <message>
        <source>Units of the hidden layer</source>
        <translation>은닉층의 뉴런</translation>
    </message>
    <message>
        <source>What the network makes of each point of the plane, with the examples. Point at the plane, or use the arrow keys, to read the numbers.</source>
        <translation>평면의 각 점을 신경망이 무엇으로 보는지 샘플과 함께 보여 줘요. 평면을 가리키거나 화살표 키를 누르면 수가 나와요.</translation>
    </message>
    <message>
        <source>Without a hidden layer there are no units to show: the border is straight.</source>
        <translation>은닉층이 없으면 보여 줄 뉴런이 없어요. 결정 경계는 직선이에요.</translation>
    </message>
    <message>
        <source>above 0</source>
        <translation>0보다 큼</translation>
    </message>
    <message>
        <source>below 0</source>
        <translation>0보다 작음</translation>
    </message>
    <message>
        <source>test</source>
        <translation>시험</translation>
    </message>
    <message>
        <source>training</source>
        <translation>훈련</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>오답</translation>
    </message>
    <message>
        <source>{shown} of {total} points</source>
        <translation>점 {total}개 중 {shown}개</translation>
    </message>
</context>
<context>
    <name>SurfacePage</name>
    <message>
        <source>{network}; out of date</source>
        <translation>{network}; 최신 아님</translation>
    </message>
</context>
<context>
    <name>SurfaceView</name>
    <message>
        <source>unit {unit}</source>
        <translation>뉴런 {unit}</translation>
    </message>
    <message>
        <source>{points} points</source>
        <translation>점 {points}개</translation>
    </message>
    <message>
        <source>{points} points, {wrong} predicted wrong</source>
        <translation>점 {points}개, 그중 {wrong}개를 잘못 예측</translation>
    </message>
</context>
<context>
    <name>SweepView</name>
    <message>
        <source>- - -  float32</source>
        <translation>- - -  float32</translation>
    </message>
    <message>
        <source>Error of the central difference over h</source>
        <translation>h에 따른 중앙 차분의 오차</translation>
    </message>
    <message>
        <source>The error of the central difference for each h. A click, or a drag, sets h.</source>
        <translation>h마다 중앙 차분의 오차를 보여 줘요. 클릭하거나 끌면 h가 정해져요.</translation>
    </message>
    <message>
        <source>h</source>
        <translation>h</translation>
    </message>
    <message>
        <source>h = {h}: error {double} in float64, {single} in float32</source>
        <translation>h = {h}: 오차 float64에서 {double}, float32에서 {single}</translation>
    </message>
    <message>
        <source>mean error of the difference over h</source>
        <translation>h에 따른 차분의 평균 오차</translation>
    </message>
    <message>
        <source>rounding ←</source>
        <translation>반올림 오차 ←</translation>
    </message>
    <message>
        <source>—  float64</source>
        <translation>—  float64</translation>
    </message>
    <message>
        <source>→ what is left out, kinks</source>
        <translation>→ 절단 오차, 꺾인 점</translation>
    </message>
</context>
<context>
    <name>SwitchesPage</name>
    <message>
        <source>On: a label is a row with 1 at its class and 0 elsewhere. Off: it is the class itself.</source>
        <translation>켜면 레이블이 정답 클래스만 1이고 나머지는 0인 행이 돼요. 끄면 클래스 번호 그대로예요.</translation>
    </message>
    <message>
        <source>On: an image is one row of numbers. Off: it keeps its channel, rows and columns.</source>
        <translation>켜면 이미지가 한 줄로 늘어선 수가 돼요. 끄면 채널, 행, 열이 그대로 남아요.</translation>
    </message>
    <message>
        <source>On: pixels become float32 from 0 to 1. Off: they stay whole numbers from 0 to 255.</source>
        <translation>켜면 픽셀이 0부터 1까지의 float32가 돼요. 끄면 0부터 255까지의 정수 그대로예요.</translation>
    </message>
    <message>
        <source>{shape} {dtype} · all {all}</source>
        <translation>{shape} {dtype} · 전체 {all}</translation>
    </message>
</context>
<context>
    <name>TabNames</name>
    <message>
        <source>A click on a tab, or ← and →, shows another page of this panel.</source>
        <translation>탭을 클릭하거나 ←와 →를 누르면 이 패널의 다른 페이지를 보여 줘요.</translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message>
        <source>70,000 handwritten digits, 28 × 28 pixels, ten classes.</source>
        <translation>손글씨 숫자 70,000개, 28 × 28 픽셀, 클래스 열 개.</translation>
    </message>
    <message>
        <source>A ball that keeps rolling: updates in the same direction add up.</source>
        <translation>계속 굴러가는 공처럼, 같은 방향의 갱신이 쌓여요.</translation>
    </message>
    <message>
        <source>A rate for each parameter, which falls the more that parameter has moved.</source>
        <translation>매개변수마다 학습률이 따로 있어요. 많이 움직인 매개변수일수록 학습률이 작아져요.</translation>
    </message>
    <message>
        <source>AdaGrad</source>
        <translation>AdaGrad</translation>
    </message>
    <message>
        <source>AdaGrad that forgets: only recent gradients make the updates smaller.</source>
        <translation>옛 기울기를 잊는 AdaGrad예요. 최근 기울기만 갱신을 작게 해요.</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>All iterations were made.</source>
        <translation>모든 반복을 마쳤어요.</translation>
    </message>
    <message>
        <source>All weights are 0: every unit of the layer then learns the same. It shows why weights must differ.</source>
        <translation>가중치가 모두 0이에요. 그러면 계층의 모든 뉴런이 똑같이 배워요. 가중치가 서로 달라야 하는 이유를 보여 줘요.</translation>
    </message>
    <message>
        <source>An error in the program ended it.</source>
        <translation>프로그램 오류로 끝났어요.</translation>
    </message>
    <message>
        <source>Each batch is drawn anew from all examples, with replacement, as in the book.</source>
        <translation>미니배치마다 모든 샘플에서 새로 복원 추출해요. 책의 방식이에요.</translation>
    </message>
    <message>
        <source>Every example once an epoch, in a new order each time.</source>
        <translation>에폭마다 모든 샘플을 새로운 순서로 한 번씩 써요.</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>지정한 값</translation>
    </message>
    <message>
        <source>Glorot</source>
        <translation>Glorot</translation>
    </message>
    <message>
        <source>He</source>
        <translation>He</translation>
    </message>
    <message>
        <source>L = ½ Σ (y − t)², or a mean in place of Σ. For targets that are numbers: a regression.</source>
        <translation>L = ½ Σ (y − t)², 또는 Σ 대신 평균. 정답이 수인 회귀에 써요.</translation>
    </message>
    <message>
        <source>L = −log of the probability given to the right class. For one class of several. The book calls it Softmax-with-Loss.</source>
        <translation>L = −log(정답 클래스의 확률). 여러 클래스 중 하나를 고르는 문제에 써요. 소프트맥스와 교차 엔트로피 오차를 합친 것으로, 이름은 책을 따랐어요.</translation>
    </message>
    <message>
        <source>L = −log of the probability given to what is right. For yes or no.</source>
        <translation>L = −log(정답의 확률). 예, 아니요를 가리는 문제에 써요.</translation>
    </message>
    <message>
        <source>MNIST</source>
        <translation>MNIST</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>모멘텀</translation>
    </message>
    <message>
        <source>Momentum and RMSProp together. A rate of 0.001 is usual.</source>
        <translation>모멘텀과 RMSProp을 합친 것이에요. 학습률은 보통 0.001이에요.</translation>
    </message>
    <message>
        <source>Momentum that looks where it is about to be. It brakes a little earlier.</source>
        <translation>곧 도착할 곳을 미리 내다보는 모멘텀이에요. 조금 더 일찍 속도를 줄여요.</translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation>네스테로프 모멘텀</translation>
    </message>
    <message>
        <source>Normal numbers of standard deviation σ. Too small: signals fade. Too large: they burst.</source>
        <translation>표준편차가 σ인 정규분포예요. 너무 작으면 신호가 사라지고, 너무 크면 신호가 폭발해요.</translation>
    </message>
    <message>
        <source>Normal, σ = √(1/n) for n inputs, as in the book. Made for Sigmoid and Tanh.</source>
        <translation>입력이 n개일 때 σ = √(1/n)인 정규분포예요. 책과 같아요. 시그모이드와 쌍곡탄젠트에 알맞아요.</translation>
    </message>
    <message>
        <source>Normal, σ = √(2 / (inputs + units)). Xavier as its authors wrote it.</source>
        <translation>σ = √(2 / (입력 수 + 뉴런 수))인 정규분포예요. Xavier 초깃값을 논문에 쓰인 그대로 쓴 것이에요.</translation>
    </message>
    <message>
        <source>Normal, σ = √(2/n) for n inputs. Made for ReLU.</source>
        <translation>입력이 n개일 때 σ = √(2/n)인 정규분포예요. ReLU에 알맞아요.</translation>
    </message>
    <message>
        <source>One epoch is as many iterations as it takes to see all examples once.</source>
        <translation>1에폭은 모든 샘플을 한 번씩 볼 만큼의 반복이에요.</translation>
    </message>
    <message>
        <source>One input and one target, drawn at random: the deep sigmoid net of the notes.</source>
        <translation>무작위로 뽑은 입력 하나와 정답 하나예요. 공부 노트의 깊은 시그모이드 신경망에 써요.</translation>
    </message>
    <message>
        <source>One iteration is one mini-batch and one update.</source>
        <translation>반복 한 번은 미니배치 하나와 갱신 한 번이에요.</translation>
    </message>
    <message>
        <source>One random pair</source>
        <translation>무작위 한 쌍</translation>
    </message>
    <message>
        <source>Points in four squares; the class is whether their signs differ.</source>
        <translation>네 사각형 안의 점들이에요. 두 좌표의 부호가 다른지가 클래스예요.</translation>
    </message>
    <message>
        <source>Points on two arms that wind around each other. The hardest of the small sets.</source>
        <translation>서로 감긴 두 팔 위의 점들이에요. 작은 데이터셋 중 가장 어려워요.</translation>
    </message>
    <message>
        <source>Points on two rings, one inside the other.</source>
        <translation>고리 두 개 위의 점들이에요. 하나가 다른 하나 안에 있어요.</translation>
    </message>
    <message>
        <source>RMSProp</source>
        <translation>RMSProp</translation>
    </message>
    <message>
        <source>Reports ½ · mean, but updates with y − t, the gradient of ½ Σ, as some notes do.</source>
        <translation>½ · 평균을 손실로 보여 주지만, 갱신에는 ½ Σ의 기울기인 y − t를 써요. 이렇게 하는 노트도 있어요.</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>Sigmoid cross entropy</source>
        <translation>이진 교차 엔트로피 오차</translation>
    </message>
    <message>
        <source>Softmax cross entropy</source>
        <translation>Softmax-with-Loss</translation>
    </message>
    <message>
        <source>Squared error</source>
        <translation>오차제곱합</translation>
    </message>
    <message>
        <source>Stopped by hand.</source>
        <translation>직접 중지했어요.</translation>
    </message>
    <message>
        <source>The learning rate stays as it is.</source>
        <translation>학습률이 그대로예요.</translation>
    </message>
    <message>
        <source>The loss or a gradient was no longer finite, or the loss ended far above its beginning.</source>
        <translation>손실이나 기울기가 더는 유한하지 않거나, 손실이 처음보다 훨씬 커진 채 끝났어요.</translation>
    </message>
    <message>
        <source>The one input of the book&apos;s smallest net: (0.6, 0.9), of the last class.</source>
        <translation>책에서 가장 작은 신경망의 단 하나뿐인 입력 (0.6, 0.9)이에요. 마지막 클래스에 속해요.</translation>
    </message>
    <message>
        <source>The rate falls along half a cosine, slowly at first and at the end.</source>
        <translation>학습률이 코사인 반 주기를 따라 줄어요. 처음과 끝에는 천천히 줄어요.</translation>
    </message>
    <message>
        <source>The rate is multiplied by a factor every so many epochs.</source>
        <translation>정해진 에폭마다 학습률에 감소 계수를 곱해요.</translation>
    </message>
    <message>
        <source>The rate is multiplied by √(1 − β₂ᵗ) / (1 − β₁ᵗ), as in the book.</source>
        <translation>학습률에 √(1 − β₂ᵗ) / (1 − β₁ᵗ)를 곱해요. 책의 방식이에요.</translation>
    </message>
    <message>
        <source>Two circles</source>
        <translation>두 원</translation>
    </message>
    <message>
        <source>Two spirals</source>
        <translation>두 나선</translation>
    </message>
    <message>
        <source>Weights that were given as numbers, the same for every seed.</source>
        <translation>수로 지정한 가중치예요. 시드가 달라도 같아요.</translation>
    </message>
    <message>
        <source>XOR</source>
        <translation>XOR</translation>
    </message>
    <message>
        <source>Xavier</source>
        <translation>Xavier</translation>
    </message>
    <message>
        <source>Zeros</source>
        <translation>모두 0</translation>
    </message>
    <message>
        <source>at random</source>
        <translation>무작위 추출</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>고정</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>코사인 감소</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>발산</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>에폭</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>in steps</source>
        <translation>단계적 감소</translation>
    </message>
    <message>
        <source>in the rate</source>
        <translation>학습률에서</translation>
    </message>
    <message>
        <source>iterations</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>m is divided by 1 − β₁ᵗ and v by 1 − β₂ᵗ, as in the paper and in PyTorch.</source>
        <translation>m을 1 − β₁ᵗ로, v를 1 − β₂ᵗ로 나눠요. 논문과 PyTorch의 방식이에요.</translation>
    </message>
    <message>
        <source>of the moments</source>
        <translation>모멘트에서</translation>
    </message>
    <message>
        <source>p ← p − rate · gradient. Plain gradient descent on one mini-batch at a time.</source>
        <translation>p ← p − 학습률 · 기울기. 미니배치 하나씩 쓰는 기본 경사 하강법이에요.</translation>
    </message>
    <message>
        <source>shuffled epochs</source>
        <translation>에폭마다 섞기</translation>
    </message>
    <message>
        <source>simpleNet&apos;s example</source>
        <translation>simpleNet의 샘플</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>중지됨</translation>
    </message>
    <message>
        <source>½ · mean</source>
        <translation>½ · 평균</translation>
    </message>
    <message>
        <source>½ · mean, ∇ of ½ · Σ</source>
        <translation>½ · 평균, ∇는 ½ · Σ</translation>
    </message>
    <message>
        <source>½ · the mean of (y − t)² over the outputs. Its gradient is that of the mean.</source>
        <translation>출력 전체에 대한 (y − t)²의 평균에 ½을 곱해요. 기울기도 평균의 기울기예요.</translation>
    </message>
    <message>
        <source>½ · Σ</source>
        <translation>½ · Σ</translation>
    </message>
    <message>
        <source>½ Σ (y − t)² over the outputs, as in the book.</source>
        <translation>출력 전체의 ½ Σ (y − t)². 책과 같아요.</translation>
    </message>
    <message>
        <source>σ</source>
        <translation>σ</translation>
    </message>
</context>
<context>
    <name>TilesView</name>
    <message>
        <source>Each tile is an experiment: a click or Enter opens it.</source>
        <translation>타일마다 실험이 하나씩 있어요. 클릭하거나 Enter를 누르면 열려요.</translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation>실험</translation>
    </message>
</context>
<context>
    <name>TrainMessages</name>
    <message>
        <source>Data set</source>
        <translation>데이터셋</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation>빼고 읽기</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>다시 읽기</translation>
    </message>
    <message>
        <source>Reading {name}: {share} %</source>
        <translation>{name} 읽는 중: {share} %</translation>
    </message>
    <message>
        <source>Scale to 255</source>
        <translation>255에 맞추기</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Try rate {rate}</source>
        <translation>학습률 {rate} 써 보기</translation>
    </message>
    <message>
        <source>Turn the images</source>
        <translation>이미지 돌리기</translation>
    </message>
    <message>
        <source>Use MNIST</source>
        <translation>MNIST 쓰기</translation>
    </message>
</context>
<context>
    <name>TrainWorkspace</name>
    <message>
        <source>All runs, to be compared and to be taken up again</source>
        <translation>모든 학습: 서로 비교하고 다시 불러오기</translation>
    </message>
    <message>
        <source>Decision surface</source>
        <translation>결정 표면</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>평가</translation>
    </message>
    <message>
        <source>One iteration</source>
        <translation>반복 한 번</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>페이지</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>학습 기록</translation>
    </message>
    <message>
        <source>The four steps of learning of one iteration, in numbers</source>
        <translation>반복 한 번 동안의 학습 네 단계를 수치로 보기</translation>
    </message>
    <message>
        <source>The test set, class by class</source>
        <translation>클래스별로 본 시험 데이터</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>What each unit of the first layer looks for</source>
        <translation>첫 계층의 각 뉴런이 찾는 것</translation>
    </message>
    <message>
        <source>What the network makes of each point of the plane, and each of its units</source>
        <translation>평면의 점마다 신경망과 각 뉴런이 내놓는 값</translation>
    </message>
</context>
<context>
    <name>Trainer</name>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>New seed</source>
        <translation>새 시드</translation>
    </message>
</context>
<context>
    <name>TrainingPanel</name>
    <message>
        <source>Change {setting}</source>
        <translation>{setting} 변경</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>another optimizer: all on the next run</source>
        <translation>최적화 기법을 바꿈: 모두 다음 학습부터</translation>
    </message>
    <message>
        <source>at once: rate, decay; next run: the rest</source>
        <translation>바로: 학습률, 가중치 감소; 다음 학습부터: 나머지</translation>
    </message>
    <message>
        <source>at once: rate, momentum, decay; next run: the rest</source>
        <translation>바로: 학습률, 모멘텀, 가중치 감소; 다음 학습부터: 나머지</translation>
    </message>
    <message>
        <source>reading the data…</source>
        <translation>데이터를 읽는 중…</translation>
    </message>
    <message>
        <source>{epochs} of {iterations}</source>
        <translation>{epochs}, 에폭당 {iterations}</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Back</source>
        <translation>이전 갱신</translation>
    </message>
    <message>
        <source>Back to the start: no update.</source>
        <translation>출발점으로 돌아가요. 갱신이 없는 상태예요.</translation>
    </message>
    <message>
        <source>How many updates are seen. More of them follow the ways further.</source>
        <translation>몇 번째 갱신까지 보여 줄지 정해요. 많을수록 경로를 더 멀리 따라가요.</translation>
    </message>
    <message>
        <source>One update back.</source>
        <translation>갱신 하나만큼 뒤로 가요.</translation>
    </message>
    <message>
        <source>One update on.</source>
        <translation>갱신 하나만큼 앞으로 가요.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>재생</translation>
    </message>
    <message>
        <source>Runs through all updates; a second press pauses.</source>
        <translation>모든 갱신을 차례로 보여 줘요. 다시 누르면 멈춰요.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>다음 갱신</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>처음으로</translation>
    </message>
    <message>
        <source>Updates seen</source>
        <translation>표시하는 갱신</translation>
    </message>
    <message>
        <source>update {at} of {last}</source>
        <translation>갱신 {last}번 중 {at}번</translation>
    </message>
</context>
<context>
    <name>UnitMapsView</name>
    <message>
        <source>unit {unit}: {low} to {high}</source>
        <translation>뉴런 {unit}: {low}부터 {high}까지</translation>
    </message>
    <message>
        <source>{units} units</source>
        <translation>뉴런 {units}개</translation>
    </message>
</context>
<context>
    <name>UnitPictures</name>
    <message>
        <source>unit {unit}: {value}</source>
        <translation>뉴런 {unit}: {value}</translation>
    </message>
</context>
<context>
    <name>UpdatePart</name>
    <message>
        <source>A copy of the network is updated and predicts the whole test set …</source>
        <translation>신경망의 사본을 갱신하고 시험 데이터 전체를 예측하고 있어요…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>How far the update goes. A larger rate changes the prediction for this image faster, and those for all others too; a smaller rate changes both little.</source>
        <translation>얼마나 크게 갱신할지 정해요. 학습률이 크면 이 이미지의 예측이 더 빨리 바뀌지만 다른 이미지의 예측도 함께 바뀌어요. 작으면 둘 다 조금만 바뀌어요.</translation>
    </message>
    <message>
        <source>Learning rate η</source>
        <translation>학습률 η</translation>
    </message>
    <message>
        <source>Makes one update W − η·∂L/∂W with this image alone, on a copy of the network, and lets the copy predict the whole test set. The network itself stays as it is.</source>
        <translation>신경망의 사본을 이 이미지 하나만으로 W − η·∂L/∂W처럼 한 번 갱신하고, 그 사본으로 시험 데이터 전체를 예측해요. 원래 신경망은 그대로예요.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>진행</translation>
    </message>
    <message>
        <source>This will show what one update changes, for this image and for all others.</source>
        <translation>갱신 한 번이 이 이미지와 다른 모든 이미지의 예측을 어떻게 바꾸는지 여기에 나와요.</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>갱신</translation>
    </message>
    <message>
        <source>Update a copy</source>
        <translation>사본 갱신</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>output {label}</source>
        <translation>출력 {label}</translation>
    </message>
    <message>
        <source>prediction</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>test set</source>
        <translation>시험 데이터</translation>
    </message>
    <message>
        <source>{repaired} repaired, {broken} broken by it</source>
        <translation>{repaired}개 맞게 됨, {broken}개 틀리게 됨</translation>
    </message>
</context>
<context>
    <name>ValueEditor</name>
    <message>
        <source>A number such as 100, or an array such as [[1, 2], [3, 4]]. Escape leaves it as it was.</source>
        <translation>100 같은 수나 [[1, 2], [3, 4]] 같은 배열이에요. Esc를 누르면 그대로 둬요.</translation>
    </message>
    <message>
        <source>Give the input this value; the place in the trace stays (Enter).</source>
        <translation>입력에 이 값을 줘요. 추적에서의 위치는 그대로예요 (Enter).</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>적용</translation>
    </message>
    <message>
        <source>Value of {name}</source>
        <translation>{name}의 값</translation>
    </message>
    <message>
        <source>Write a number such as 2.5, or an array such as [[1, 2], [3, 4]].</source>
        <translation>2.5 같은 수나 [[1, 2], [3, 4]] 같은 배열을 쓰세요.</translation>
    </message>
    <message>
        <source>an array of shape {shape}</source>
        <translation>형상 {shape}인 배열</translation>
    </message>
    <message>
        <source>“{text}” is not a number. Write one such as 2.5 or 1e-3, with nothing else before or behind it, or an array such as [[1, 2], [3, 4]].</source>
        <translation>“{text}”(은/는) 수가 아니에요. 2.5나 1e-3처럼 앞뒤에 다른 것 없이 수만 쓰거나, [[1, 2], [3, 4]] 같은 배열을 쓰세요.</translation>
    </message>
</context>
<context>
    <name>ValueRows</name>
    <message>
        <source>Agrees with the central difference; they differ by {far}.</source>
        <translation>중앙 차분과 맞아요. 차이는 {far}(이에요/예요).</translation>
    </message>
    <message>
        <source>Does not agree with the central difference: they differ by {far}.</source>
        <translation>중앙 차분과 맞지 않아요. 차이는 {far}(이에요/예요).</translation>
    </message>
    <message>
        <source>Nothing to compare: the gradient or the difference is not a finite number.</source>
        <translation>비교할 수 없어요. 기울기나 차분이 유한한 수가 아니에요.</translation>
    </message>
    <message>
        <source>The derivative of the output with respect to this number, as far as it has come back.</source>
        <translation>출력을 이 수로 미분한 값이에요. 지금까지 돌아온 만큼만 나와요.</translation>
    </message>
    <message>
        <source>The forward value. Press an input twice to change it.</source>
        <translation>순전파 값이에요. 입력을 두 번 누르면 바꿀 수 있어요.</translation>
    </message>
    <message>
        <source>The function has a kink here: its slopes to the left and right differ.</source>
        <translation>함수가 여기서 꺾여요. 왼쪽과 오른쪽의 기울기가 달라요.</translation>
    </message>
    <message>
        <source>What the number is called, or how it is made. Press a row to see where it comes from.</source>
        <translation>수의 이름, 또는 그 수를 만드는 식이에요. 행을 누르면 어디에서 나온 값인지 볼 수 있어요.</translation>
    </message>
    <message>
        <source>check</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>node</source>
        <translation>노드</translation>
    </message>
    <message>
        <source>value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>{count} of {size} entries were compared, drawn at random; the menu of the row compares all.</source>
        <translation>원소 {size}개 가운데 {count}개를 무작위로 뽑아 비교했어요. 모두 비교하려면 행의 메뉴를 쓰세요.</translation>
    </message>
    <message>
        <source>{head}: not computed yet</source>
        <translation>{head}: 아직 계산 전</translation>
    </message>
    <message>
        <source>✓ where the gradient agrees with a central difference, which moves the number a little and uses forward values only; ✗ where it does not; ∧ at a kink, where no derivative exists.</source>
        <translation>✓는 기울기가 중앙 차분과 맞는 곳이에요. 중앙 차분은 수를 조금 움직여 순전파 값만으로 구해요. ✗는 맞지 않는 곳, ∧는 미분이 없는 꺾인 점이에요.</translation>
    </message>
</context>
<context>
    <name>ValuesLine</name>
    <message>
        <source>from {place}: {values}</source>
        <translation>{place}번부터: {values}</translation>
    </message>
</context>
<context>
    <name>ValuesTable</name>
    <message>
        <source>All values</source>
        <translation>모든 값</translation>
    </message>
    <message>
        <source>Change the value…</source>
        <translation>값 바꾸기…</translation>
    </message>
    <message>
        <source>Compare all {count} entries with differences</source>
        <translation>원소 {count}개를 모두 차분과 비교</translation>
    </message>
    <message>
        <source>Enter goes to the step that a row comes from; F2 changes an input.</source>
        <translation>Enter는 행의 값이 나온 단계로 가고, F2는 입력을 바꿔요.</translation>
    </message>
    <message>
        <source>Go to its step</source>
        <translation>이 값의 단계로 가기</translation>
    </message>
</context>
<context>
    <name>ValuesWindow</name>
    <message>
        <source>On: the values that the network is given. Off: the bytes of the file.</source>
        <translation>켜면 신경망에 들어가는 값이에요. 끄면 파일의 바이트예요.</translation>
    </message>
    <message>
        <source>The value of every pixel of the chosen image.</source>
        <translation>선택한 이미지의 모든 픽셀 값이에요.</translation>
    </message>
    <message>
        <source>Values, row by row</source>
        <translation>행별로 본 값</translation>
    </message>
    <message>
        <source>divided by 255</source>
        <translation>255로 나눔</translation>
    </message>
</context>
<context>
    <name>Vanishing</name>
    <message>
        <source>, {share} are 0</source>
        <translation>, 0인 값 {share}</translation>
    </message>
    <message>
        <source>, {share} saturated</source>
        <translation>, 포화 {share}</translation>
    </message>
    <message>
        <source>All weights 0: nothing goes forward, and nothing comes back.</source>
        <translation>가중치가 모두 0이에요. 앞으로 가는 것도, 거꾸로 돌아오는 것도 없어요.</translation>
    </message>
    <message>
        <source>Drawn from N(0, σ²).</source>
        <translation>N(0, σ²)에서 뽑아요.</translation>
    </message>
    <message>
        <source>He</source>
        <translation>He</translation>
    </message>
    <message>
        <source>Normal, σ</source>
        <translation>정규분포, σ</translation>
    </message>
    <message>
        <source>Xavier</source>
        <translation>Xavier</translation>
    </message>
    <message>
        <source>Zeros</source>
        <translation>모두 0</translation>
    </message>
    <message>
        <source>layer {layer}: mean {mean}, standard deviation {std}</source>
        <translation>계층 {layer}: 평균 {mean}, 표준편차 {std}</translation>
    </message>
    <message>
        <source>normalization</source>
        <translation>정규화</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>{network}, batch normalization</source>
        <translation>{network}, 배치 정규화</translation>
    </message>
    <message>
        <source>σ = √(1 / D), which keeps the values of sigmoid and tanh apart.</source>
        <translation>σ = √(1 / D): 시그모이드와 쌍곡탄젠트의 값이 한곳에 몰리지 않게 해요.</translation>
    </message>
    <message>
        <source>σ = √(2 / D), which makes good that ReLU stops half of the values.</source>
        <translation>σ = √(2 / D): ReLU가 값의 절반을 막는 만큼을 보충해요.</translation>
    </message>
    <message>
        <source>∂L/∂y: {size}, drawn from N(0, 1)</source>
        <translation>∂L/∂y: {size}, N(0, 1)에서 뽑음</translation>
    </message>
</context>
<context>
    <name>VanishingPage</name>
    <message>
        <source>A second network with another activation, from the same draws.</source>
        <translation>같은 난수로 만들고 활성화 함수만 다른 두 번째 신경망이에요.</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>활성화 함수</translation>
    </message>
    <message>
        <source>Activations and gradients, layer by layer</source>
        <translation>계층별 활성화값과 기울기</translation>
    </message>
    <message>
        <source>All chance is drawn from it. Another seed gives other numbers.</source>
        <translation>모든 난수를 이 시드로 뽑아요. 시드가 바뀌면 값도 달라져요.</translation>
    </message>
    <message>
        <source>Batch normalization</source>
        <translation>배치 정규화</translation>
    </message>
    <message>
        <source>Beside it</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Both from one seed: the same inputs, weights and gradient.</source>
        <translation>둘 다 시드가 같아요. 입력과 가중치, 기울기도 같아요.</translation>
    </message>
    <message>
        <source>From how wide a normal distribution the weights are drawn.</source>
        <translation>가중치를 얼마나 넓은 정규분포에서 뽑을지 정해요.</translation>
    </message>
    <message>
        <source>How many examples are drawn from N(0, 1). More of them take longer.</source>
        <translation>N(0, 1)에서 뽑을 샘플의 수예요. 많을수록 오래 걸려요.</translation>
    </message>
    <message>
        <source>How many layers, from 1 to 50. Each multiplies the gradient once more.</source>
        <translation>계층의 수예요. 1부터 50까지 쓸 수 있어요. 계층을 하나 지날 때마다 기울기에 한 번 더 곱해요.</translation>
    </message>
    <message>
        <source>How the values and the gradients of each layer are spread; the arrows read the layers.</source>
        <translation>각 계층의 값과 기울기가 어떻게 퍼져 있는지 보여 줘요. 화살표 키로 계층을 옮겨 다니며 수를 읽어요.</translation>
    </message>
    <message>
        <source>Initial weights</source>
        <translation>가중치 초깃값</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>입력 수</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>계층 수</translation>
    </message>
    <message>
        <source>On: each layer&apos;s sums are brought to mean 0 and variance 1 before the activation.</source>
        <translation>켜면 활성화 함수 앞에서 계층마다 합의 평균을 0, 분산을 1로 맞춰요.</translation>
    </message>
    <message>
        <source>Puts the first of these networks before MNIST, with SGD 0.1 and batches of 100, on the Train screen. Undo there brings back what was on it.</source>
        <translation>이 중 첫째 신경망을 MNIST와 함께 학습 화면에 올려요. SGD 0.1과 크기 100인 미니배치를 써요. 거기서 실행 취소를 하면 전에 있던 것이 돌아와요.</translation>
    </message>
    <message>
        <source>RMS of h′</source>
        <translation>h′의 RMS</translation>
    </message>
    <message>
        <source>RMS of ∂L/∂W</source>
        <translation>∂L/∂W의 RMS</translation>
    </message>
    <message>
        <source>RMS of ∂L/∂y</source>
        <translation>∂L/∂y의 RMS</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Shows sigmoid and its slope y(1 − y) as a graph.</source>
        <translation>시그모이드와 그 미분값 y(1 − y)를 그래프로 보여 줘요.</translation>
    </message>
    <message>
        <source>Sigmoid and ReLU</source>
        <translation>시그모이드와 ReLU</translation>
    </message>
    <message>
        <source>The activation function h of all layers.</source>
        <translation>모든 계층의 활성화 함수 h예요.</translation>
    </message>
    <message>
        <source>The standard deviation of the activations in layer 1 and layer 5: five layers of 100, 1,000 inputs, seed 0. Press a line to see its picture.</source>
        <translation>계층 1과 계층 5에서 활성화값의 표준편차예요. 뉴런 100개짜리 계층 다섯 개, 입력 1,000개, 시드 0이에요. 줄을 누르면 그림이 나와요.</translation>
    </message>
    <message>
        <source>The standard deviation of the weights. Larger ones saturate, smaller ones vanish.</source>
        <translation>가중치의 표준편차예요. 크면 활성화값이 포화하고, 작으면 사라져요.</translation>
    </message>
    <message>
        <source>The width of every layer. With more units the histograms are smoother.</source>
        <translation>모든 계층의 너비예요. 뉴런이 많을수록 히스토그램이 매끄러워요.</translation>
    </message>
    <message>
        <source>Train this</source>
        <translation>이 신경망 학습</translation>
    </message>
    <message>
        <source>Units of a layer</source>
        <translation>계층의 뉴런 수</translation>
    </message>
    <message>
        <source>expected RMS of ∂L/∂y</source>
        <translation>∂L/∂y의 예상 RMS</translation>
    </message>
    <message>
        <source>factor of the weights</source>
        <translation>가중치의 배율</translation>
    </message>
    <message>
        <source>h′ in the graph</source>
        <translation>그래프로 h′ 보기</translation>
    </message>
    <message>
        <source>h′ multiplied</source>
        <translation>h′의 곱</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>계층</translation>
    </message>
    <message>
        <source>mean of y</source>
        <translation>y의 평균</translation>
    </message>
    <message>
        <source>network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>standard deviation of y</source>
        <translation>y의 표준편차</translation>
    </message>
    <message>
        <source>σ</source>
        <translation>σ</translation>
    </message>
</context>
<context>
    <name>WeightsPage</name>
    <message>
        <source>On: the units with the largest weights first. Off: all units in order.</source>
        <translation>켜면 가중치가 큰 뉴런부터, 끄면 모든 뉴런을 순서대로 보여 줘요.</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>학습 시작</translation>
    </message>
    <message>
        <source>The colours of the weights. What is larger has the colour of the end.</source>
        <translation>가중치의 색이에요. 이보다 큰 값은 끝의 색으로 보여요.</translation>
    </message>
    <message>
        <source>The weights of each unit as a picture; the arrows go from unit to unit, with its numbers.</source>
        <translation>뉴런마다 가중치를 그림으로 보여 줘요. 화살표 키로 뉴런을 옮겨 다니며 수를 읽어요.</translation>
    </message>
    <message>
        <source>This will show what each unit of the first layer looks for, as a picture of its weights: purple where more input raises it, olive where it lowers it.</source>
        <translation>첫 계층의 각 뉴런이 무엇을 찾는지 가중치 그림으로 여기에 나와요. 입력이 커질 때 값이 커지는 곳은 보라색, 작아지는 곳은 초록색이에요.</translation>
    </message>
    <message>
        <source>W1: a row for each input, a column for each of {units} units</source>
        <translation>W1: 행은 입력 하나씩, 열은 뉴런 {units}개</translation>
    </message>
    <message>
        <source>Weights of the first layer</source>
        <translation>첫 계층의 가중치</translation>
    </message>
    <message>
        <source>strongest first</source>
        <translation>강한 것부터</translation>
    </message>
    <message>
        <source>{shown} of {units} units of the first layer</source>
        <translation>첫 계층의 뉴런 {units}개 중 {shown}개</translation>
    </message>
</context>
<context>
    <name>WeightsView</name>
    <message>
        <source>Input {input}, unit {unit}: {weight}</source>
        <translation>입력 {input}, 뉴런 {unit}: {weight}</translation>
    </message>
    <message>
        <source>Unit {unit}: weights from {low} to {high}, RMS {rms}</source>
        <translation>뉴런 {unit}: 가중치 {low}부터 {high}까지, RMS {rms}</translation>
    </message>
    <message>
        <source>{units} units of {inputs} weights each, from {low} to {high}</source>
        <translation>뉴런 {units}개, 가중치 {inputs}개씩, {low}부터 {high}까지</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Graph steps through a calculation, Train teaches a network, Data shows what it reads, Lab has small experiments. F1 shows all keys and words.</source>
        <translation>그래프에서는 계산을 한 단계씩 따라가고, 학습에서는 신경망을 가르치고, 데이터에서는 신경망이 읽는 것을 보고, 실험실에서는 작은 실험을 해요. F1을 누르면 모든 단축키와 용어가 나와요.</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>A calculation as a graph, one node a step, forward and back</source>
        <translation>계산을 그래프로, 노드 하나씩 순전파와 역전파를 따라가요</translation>
    </message>
    <message>
        <source>Build a network, train it and watch it learn</source>
        <translation>신경망을 만들고 학습하며, 배우는 모습을 봐요</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>그래프</translation>
    </message>
    <message>
        <source>Lab</source>
        <translation>실험실</translation>
    </message>
    <message>
        <source>Look at the images, and at what the network says of them</source>
        <translation>이미지와, 신경망이 그 이미지를 어떻게 예측하는지 봐요</translation>
    </message>
    <message>
        <source>Small experiments: derivatives, descent, activations</source>
        <translation>미분, 경사 하강법, 활성화 함수를 다루는 작은 실험이에요</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>학습</translation>
    </message>
</context>
<context>
    <name>WorstMistakes</name>
    <message>
        <source>test image {index}: label {label}, prediction {prediction}, loss {loss}</source>
        <translation>시험 이미지 {index}: 레이블 {label}, 예측 {prediction}, 손실 {loss}</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>  {seconds:.0f} s left</source>
        <translation>  {seconds:.0f}초 남음</translation>
    </message>
    <message>
        <source> (sum of the entries: {total})</source>
        <translation> (원소의 합: {total})</translation>
    </message>
    <message>
        <source> ({count:,} of them now)</source>
        <translation> (이번에 {count:,}번)</translation>
    </message>
    <message>
        <source> ({share:.2f} of it evaluations)</source>
        <translation> (그중 평가의 비율 {share:.2f})</translation>
    </message>
    <message>
        <source> Write {options}.</source>
        <translation> {options}(을/를) 쓰세요.</translation>
    </message>
    <message>
        <source>, accuracy {percent:.2f} %</source>
        <translation>, 정확도 {percent:.2f} %</translation>
    </message>
    <message>
        <source>, test accuracy {accuracy}</source>
        <translation>, 시험 정확도 {accuracy}</translation>
    </message>
    <message>
        <source>, {share} sure</source>
        <translation>, 확신도 {share}</translation>
    </message>
    <message>
        <source>--play plays the demo: write --demo EXAMPLE --play</source>
        <translation>--play는 데모를 재생해요. --demo EXAMPLE --play라고 쓰세요</translation>
    </message>
    <message>
        <source>All {total} checks passed.</source>
        <translation>검사 {total}개를 모두 통과했어요.</translation>
    </message>
    <message>
        <source>Backprop Lab cannot load a library of this system ({why}).</source>
        <translation>Backprop Lab이 이 시스템의 라이브러리를 불러올 수 없어요 ({why}).</translation>
    </message>
    <message>
        <source>Backprop Lab cannot open its window: {told}. {advice} “{command}” needs no window.</source>
        <translation>Backprop Lab이 창을 열 수 없어요: {told}. {advice} “{command}”(은/는) 창 없이도 돼요.</translation>
    </message>
    <message>
        <source>Backprop Lab is in the menu of programs now, and opens .blab files.</source>
        <translation>이제 Backprop Lab이 프로그램 메뉴에 있고 .blab 파일을 열어요.</translation>
    </message>
    <message>
        <source>Backprop Lab is no longer in the menu of programs. Your settings and models are where they were.</source>
        <translation>이제 Backprop Lab이 프로그램 메뉴에 없어요. 설정과 모델은 있던 곳에 그대로 있어요.</translation>
    </message>
    <message>
        <source>Backprop Lab needs {package}, which this Python does not have.</source>
        <translation>Backprop Lab에는 {package}(이/가) 필요한데, 이 Python에는 없어요.</translation>
    </message>
    <message>
        <source>Backward</source>
        <translation>역전파</translation>
    </message>
    <message>
        <source>Bring the system up to date, or run the program from its sources.</source>
        <translation>시스템을 업데이트하거나, 프로그램을 소스에서 실행하세요.</translation>
    </message>
    <message>
        <source>Diverged: what was trained so far goes to {path}, and {wanted} is left as it is.</source>
        <translation>발산했어요. 지금까지 학습한 것을 {path}에 저장하고, {wanted}(은/는) 그대로 둬요.</translation>
    </message>
    <message>
        <source>FAILED</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>순전파</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>Install Backprop Lab again: {package} comes with it.</source>
        <translation>Backprop Lab을 다시 설치하세요. {package}(이/가) 함께 설치돼요.</translation>
    </message>
    <message>
        <source>Install it; on Debian or Ubuntu: sudo apt-get install {package}</source>
        <translation>그 라이브러리를 설치하세요. Debian이나 Ubuntu에서는: sudo apt-get install {package}</translation>
    </message>
    <message>
        <source>Interrupted: what was trained so far goes to {path}, and {wanted} is left as it is.</source>
        <translation>중단됐어요. 지금까지 학습한 것을 {path}에 저장하고, {wanted}(은/는) 그대로 둬요.</translation>
    </message>
    <message>
        <source>Interrupted: what was trained so far goes to {path}.</source>
        <translation>중단됐어요. 지금까지 학습한 것을 {path}에 저장해요.</translation>
    </message>
    <message>
        <source>Its format, version 1, has neither the order of the epoch nor the changes of settings: the run goes on with the order of the next epoch, and does not equal one that never stopped.</source>
        <translation>파일 형식 버전 1에는 에폭의 순서와 설정 변경이 없어요. 그래서 다음 에폭의 순서로 이어서 학습하고, 멈추지 않은 학습과 똑같지는 않아요.</translation>
    </message>
    <message>
        <source>MNIST has {train:,} training and {test:,} test images, to the byte as published</source>
        <translation>MNIST의 훈련 이미지 {train:,}장과 시험 이미지 {test:,}장이 공개된 파일과 바이트까지 같아요</translation>
    </message>
    <message>
        <source>Nothing of Backprop Lab is installed in {folder}.</source>
        <translation>{folder}에 설치된 Backprop Lab이 없어요.</translation>
    </message>
    <message>
        <source>Put Backprop Lab into the menu of programs and let it open .blab files, for you alone. Run it again after moving the program; “uninstall” takes it all back.</source>
        <translation>Backprop Lab을 프로그램 메뉴에 넣고 .blab 파일을 열게 해요. 지금 사용자에게만 적용돼요. 프로그램을 옮긴 뒤에는 다시 실행하세요. “uninstall”이 모두 되돌려요.</translation>
    </message>
    <message>
        <source>Qt cannot use any platform</source>
        <translation>Qt가 쓸 수 있는 플랫폼이 없어요</translation>
    </message>
    <message>
        <source>Qt cannot use {platforms}</source>
        <translation>Qt가 {platforms}(을/를) 쓸 수 없어요</translation>
    </message>
    <message>
        <source>Run “{command}”: it looks for the libraries and says what to install.</source>
        <translation>“{command}”(을/를) 실행하세요. 라이브러리를 찾아보고 무엇을 설치할지 알려 줘요.</translation>
    </message>
    <message>
        <source>Run “{command}”: it sets up all that is needed and starts the program.</source>
        <translation>“{command}”(을/를) 실행하세요. 필요한 것을 모두 갖추고 프로그램을 시작해요.</translation>
    </message>
    <message>
        <source>See how a neural network learns. Without a command, the window opens.</source>
        <translation>신경망이 어떻게 학습하는지 보세요. 명령이 없으면 창이 열려요.</translation>
    </message>
    <message>
        <source>Start it in a desktop session, or set DISPLAY (WAYLAND_DISPLAY) to the screen of one.</source>
        <translation>데스크톱 세션에서 시작하거나, DISPLAY(WAYLAND_DISPLAY)에 그 화면을 지정하세요.</translation>
    </message>
    <message>
        <source>Take Backprop Lab out of the menu of programs again. Your settings and models stay, and so does the program itself: to be rid of it, delete its folder, or uninstall it as you installed it.</source>
        <translation>Backprop Lab을 프로그램 메뉴에서 다시 빼요. 설정과 모델, 그리고 프로그램 자체는 남아요. 프로그램을 없애려면 그 폴더를 지우거나, 설치한 방법대로 제거하세요.</translation>
    </message>
    <message>
        <source>The book, chapter {chapter}</source>
        <translation>책 {chapter}장</translation>
    </message>
    <message>
        <source>The network has diverged at iteration {iteration:,} (loss {loss:g}): its numbers grew too large. Its last finite weights are kept. Try a smaller learning rate, such as {rate:g}.</source>
        <translation>신경망이 {iteration:,}번째 반복에서 발산했어요 (손실 {loss:g}). 값이 너무 커졌어요. 유한했던 마지막 가중치를 남겨 두었어요. {rate:g} 같은 더 작은 학습률을 써 보세요.</translation>
    </message>
    <message>
        <source>The network has diverged: its loss began at {first:.4g} and ended at {last:.4g}. The updates were too large and made it worse. Its numbers are still finite, but it has not learned. Try a smaller learning rate, such as {rate:g}.</source>
        <translation>신경망이 발산했어요. 손실이 {first:.4g}에서 시작해 {last:.4g}(으로/로) 끝났어요. 갱신이 너무 커서 오히려 나빠졌어요. 값은 아직 유한하지만 배운 것이 없어요. {rate:g} 같은 더 작은 학습률을 써 보세요.</translation>
    </message>
    <message>
        <source>The network is not lost: it is in {path}.</source>
        <translation>신경망은 없어지지 않았어요. {path}에 있어요.</translation>
    </message>
    <message>
        <source>The number that was given is larger than float64 can hold (1.8e308).</source>
        <translation>주어진 수가 float64가 담을 수 있는 수(1.8e308)보다 커요.</translation>
    </message>
    <message>
        <source>The schedule of its learning rate was planned for {planned:,} iterations and then holds its last value; with --replan it runs over all {total:,}.</source>
        <translation>학습률 스케줄은 반복 {planned:,}번으로 계획되었고 그 뒤에는 마지막 값을 유지해요. --replan을 쓰면 {total:,}번 전체에 걸쳐 적용돼요.</translation>
    </message>
    <message>
        <source>This copy of Backprop Lab is not complete: it has no {package}. Unpack its archive again.</source>
        <translation>이 Backprop Lab은 온전하지 않아요. {package}(이/가) 없어요. 압축 파일을 다시 푸세요.</translation>
    </message>
    <message>
        <source>To stay within the limit, the oldest runs went: {names}.</source>
        <translation>한도를 지키려고 가장 오래된 학습 기록을 지웠어요: {names}.</translation>
    </message>
    <message>
        <source>Unset QT_QPA_PLATFORM: “{name}” is not a platform of Qt here.</source>
        <translation>QT_QPA_PLATFORM을 지우세요. 여기에서 “{name}”(은/는) Qt의 플랫폼이 아니에요.</translation>
    </message>
    <message>
        <source>a .blab file, data of your own, or one of {names}</source>
        <translation>.blab 파일, 내 데이터, 또는 다음 중 하나: {names}</translation>
    </message>
    <message>
        <source>a model to open</source>
        <translation>열 모델</translation>
    </message>
    <message>
        <source>a network of your own, such as “affine:80,relu,affine:10,softmax”. Layers: {layers}; losses: {losses}. Without a preset: MNIST, SGD 0.1, batches of 100, five epochs, seed 0</source>
        <translation>“affine:80,relu,affine:10,softmax”처럼 직접 정한 신경망. 계층: {layers}. 손실: {losses}. 프리셋이 없으면 MNIST, SGD 0.1, 미니배치 크기 100, 5에폭, 시드 0</translation>
    </message>
    <message>
        <source>a run by its id, the beginning of that, its name, or “{last}”</source>
        <translation>학습 기록의 id, id의 앞부분, 이름, 또는 “{last}”</translation>
    </message>
    <message>
        <source>actions:</source>
        <translation>할 일:</translation>
    </message>
    <message>
        <source>after {iterations:,} iterations, {epochs:g} epochs</source>
        <translation>반복 {iterations:,}번, {epochs:g}에폭 뒤</translation>
    </message>
    <message>
        <source>all runs, the newest first, which is what it does without a word</source>
        <translation>모든 학습 기록을 새것부터 보여 줘요. 할 일을 쓰지 않으면 이렇게 해요</translation>
    </message>
    <message>
        <source>alpha</source>
        <translation>α</translation>
    </message>
    <message>
        <source>ambiguous option: %(option)s could match %(matches)s</source>
        <translation>어느 옵션인지 분명하지 않아요: %(option)s. 맞는 옵션: %(matches)s</translation>
    </message>
    <message>
        <source>an example of a data set instead, counted from 0</source>
        <translation>그림 대신 데이터셋의 샘플. 0부터 세어요</translation>
    </message>
    <message>
        <source>an option, an argument or a file that it names is wrong</source>
        <translation>옵션이나 인수, 또는 거기에 적힌 파일이 잘못됐어요</translation>
    </message>
    <message>
        <source>apple costs {price:g}; gradients {gradients}, as in the book</source>
        <translation>apple의 값은 {price:g}, 기울기는 {gradients}: 책과 같아요</translation>
    </message>
    <message>
        <source>apple gives {found} in place of {expected}</source>
        <translation>apple의 결과가 {expected} 대신 {found}(이에요/예요)</translation>
    </message>
    <message>
        <source>argument %(argument_name)s: %(message)s</source>
        <translation>인수 %(argument_name)s: %(message)s</translation>
    </message>
    <message>
        <source>ask a network for its prediction of an image</source>
        <translation>이미지에 대한 신경망의 예측을 물어요</translation>
    </message>
    <message>
        <source>backprop-lab install: {path} cannot be written: {why}. Make its folder yours, or set XDG_DATA_HOME to a folder that is.</source>
        <translation>backprop-lab install: {path}(을/를) 쓸 수 없어요: {why}. 그 폴더에 쓸 권한을 얻거나, XDG_DATA_HOME에 쓸 수 있는 폴더를 지정하세요.</translation>
    </message>
    <message>
        <source>backprop-lab uninstall: {path} cannot be removed: {why}.</source>
        <translation>backprop-lab uninstall: {path}(을/를) 지울 수 없어요: {why}.</translation>
    </message>
    <message>
        <source>backprop-lab: the output cannot be written ({why}): send it elsewhere.</source>
        <translation>backprop-lab: 출력을 쓸 수 없어요 ({why}). 다른 곳으로 보내세요.</translation>
    </message>
    <message>
        <source>batch size</source>
        <translation>미니배치 크기</translation>
    </message>
    <message>
        <source>batches of {batch_size}, {sampling}, schedule {schedule}, weight decay {weight_decay:g}, seed {seed}</source>
        <translation>미니배치 크기 {batch_size}, {sampling}, 스케줄 {schedule}, 가중치 감소 {weight_decay:g}, 시드 {seed}</translation>
    </message>
    <message>
        <source>beta1</source>
        <translation>β₁</translation>
    </message>
    <message>
        <source>beta2</source>
        <translation>β₂</translation>
    </message>
    <message>
        <source>blank: {workspaces}</source>
        <translation>빈 화면: {workspaces}</translation>
    </message>
    <message>
        <source>central difference</source>
        <translation>중앙 차분</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>설정 변경</translation>
    </message>
    <message>
        <source>check that the program works here, then end</source>
        <translation>프로그램이 여기서 작동하는지 검사하고 끝내요</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>commands:</source>
        <translation>명령:</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>computed</source>
        <translation>계산한 값</translation>
    </message>
    <message>
        <source>copy the network of a run to a .blab file</source>
        <translation>학습 기록의 신경망을 .blab 파일로 복사해요</translation>
    </message>
    <message>
        <source>dark on light or not: PNG, JPEG, BMP, GIF, WebP or TIFF</source>
        <translation>그림. 밝은 바탕이든 어두운 바탕이든 괜찮아요: PNG, JPEG, BMP, GIF, WebP, TIFF</translation>
    </message>
    <message>
        <source>data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>data set</source>
        <translation>데이터셋</translation>
    </message>
    <message>
        <source>deleted {run}; until the window starts again, “restore {id}” brings it back</source>
        <translation>{run}(을/를) 지웠어요. 창이 다시 시작될 때까지 “restore {id}”(으로/로) 되돌릴 수 있어요</translation>
    </message>
    <message>
        <source>differ by</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>differs ✗</source>
        <translation>다름 ✗</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>발산</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>끝난 시각</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>에폭</translation>
    </message>
    <message>
        <source>epoch {epoch}: loss {loss:.5f}</source>
        <translation>에폭 {epoch}: 손실 {loss:.5f}</translation>
    </message>
    <message>
        <source>epsilon</source>
        <translation>ε</translation>
    </message>
    <message>
        <source>evaluate on N fixed examples of the training set, which is quicker, and on the whole test set; 0: on the whole of both</source>
        <translation>더 빠르도록 훈련 데이터의 정해진 샘플 N개와 시험 데이터 전체로 평가해요. 0이면 둘 다 전체로 평가해요</translation>
    </message>
    <message>
        <source>evaluated</source>
        <translation>평가</translation>
    </message>
    <message>
        <source>every workspace is drawn without a screen (drawn on: {drawn})</source>
        <translation>모니터 없이도 모든 작업 화면이 그려져요 (그려진 부분: {drawn})</translation>
    </message>
    <message>
        <source>exactly where it stopped</source>
        <translation>멈춘 곳에서 정확히</translation>
    </message>
    <message>
        <source>examples</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>exit status {status}</source>
        <translation>종료 상태 {status}</translation>
    </message>
    <message>
        <source>exit status:</source>
        <translation>종료 상태:</translation>
    </message>
    <message>
        <source>expected at least one argument</source>
        <translation>값이 하나 이상 필요해요</translation>
    </message>
    <message>
        <source>expected at most one argument</source>
        <translation>값은 하나까지만 받아요</translation>
    </message>
    <message>
        <source>expected one argument</source>
        <translation>값 하나가 필요해요</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>fixes the initial weights, the batches and dropout</source>
        <translation>가중치 초깃값, 미니배치, 드롭아웃을 정하는 시드</translation>
    </message>
    <message>
        <source>floor</source>
        <translation>마지막 학습률 비율</translation>
    </message>
    <message>
        <source>fold bias correction</source>
        <translation>학습률에 합친 편향 보정</translation>
    </message>
    <message>
        <source>gamma</source>
        <translation>감소 계수</translation>
    </message>
    <message>
        <source>give an input a number or an array: --set x=-2 --set W=[[1,2],[3,4]]</source>
        <translation>입력에 수나 배열을 줘요: --set x=-2 --set W=[[1,2],[3,4]]</translation>
    </message>
    <message>
        <source>go on with the run of this .blab file as if it had never stopped, until it has made so many --epochs or --iterations in all (default: to the end that it had). Network, data set, seed and optimizer are those of the file; other settings given beside it count from there on</source>
        <translation>이 .blab 파일의 학습을 멈춘 적이 없는 것처럼 이어서, 모두 --epochs나 --iterations만큼 될 때까지 학습해요 (기본값: 원래 정한 끝까지). 신경망, 데이터셋, 시드, 최적화 기법은 파일의 것이고, 함께 준 다른 설정은 거기서부터 적용돼요</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>graph</source>
        <translation>그래프</translation>
    </message>
    <message>
        <source>how a picture is prepared: as MNIST&apos;s digits, or its greys and size alone (default: as the data set of the network)</source>
        <translation>그림을 준비하는 방법: MNIST의 숫자처럼, 또는 회색조와 크기만 (기본값: 신경망의 데이터셋처럼)</translation>
    </message>
    <message>
        <source>how batches are drawn: {names}</source>
        <translation>미니배치를 뽑는 방법: {names}</translation>
    </message>
    <message>
        <source>how far each update goes along the gradient</source>
        <translation>갱신마다 기울기를 따라 얼마나 갈지</translation>
    </message>
    <message>
        <source>how many examples each update looks at</source>
        <translation>갱신마다 볼 샘플의 수</translation>
    </message>
    <message>
        <source>how many mini-batches, one update each</source>
        <translation>쓸 미니배치의 수. 하나마다 한 번 갱신해요</translation>
    </message>
    <message>
        <source>how many times through the training set</source>
        <translation>훈련 데이터를 몇 번 훑을지</translation>
    </message>
    <message>
        <source>ignored explicit argument %r</source>
        <translation>값을 받지 않는 옵션이에요: %r</translation>
    </message>
    <message>
        <source>images/s</source>
        <translation>이미지/초</translation>
    </message>
    <message>
        <source>in the matrix products; a run with a number can be repeated bit for bit (default: auto, as the machine is busy or free, or what OPENBLAS_NUM_THREADS or OMP_NUM_THREADS says)</source>
        <translation>행렬 곱에 쓸 스레드 수. 수를 정하면 비트까지 똑같이 되풀이할 수 있어요 (기본값: 컴퓨터가 바쁜 정도에 따르는 auto, 또는 OPENBLAS_NUM_THREADS나 OMP_NUM_THREADS의 값)</translation>
    </message>
    <message>
        <source>input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>inputs</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>invalid %(type)s value: %(value)r</source>
        <translation>올바른 %(type)s 값이 아니에요: %(value)r</translation>
    </message>
    <message>
        <source>invalid choice: %(value)r (choose from %(choices)s)</source>
        <translation>고를 수 없는 값이에요: %(value)r (고를 수 있는 값: %(choices)s)</translation>
    </message>
    <message>
        <source>it could not be done</source>
        <translation>하지 못했어요</translation>
    </message>
    <message>
        <source>it diverged or failed, or the network could not be saved or kept</source>
        <translation>발산했거나 실패했거나, 신경망을 저장하거나 보관할 수 없었어요</translation>
    </message>
    <message>
        <source>it is done</source>
        <translation>끝났어요</translation>
    </message>
    <message>
        <source>it was done</source>
        <translation>끝났어요</translation>
    </message>
    <message>
        <source>it was interrupted</source>
        <translation>중단됐어요</translation>
    </message>
    <message>
        <source>it was interrupted, by Ctrl-C, by SIGTERM or SIGHUP, or because its output could not be written</source>
        <translation>Ctrl-C, SIGTERM이나 SIGHUP, 또는 출력을 쓰지 못해서 중단됐어요</translation>
    </message>
    <message>
        <source>it was told</source>
        <translation>내용을 알렸어요</translation>
    </message>
    <message>
        <source>iteration</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>iterations</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>its output is not finite, or it could not be written</source>
        <translation>출력이 유한하지 않거나, 결과를 쓰지 못했어요</translation>
    </message>
    <message>
        <source>its training diverged or failed, or the output could not be written</source>
        <translation>학습이 발산했거나 실패했거나, 출력을 쓰지 못했어요</translation>
    </message>
    <message>
        <source>keep runs when the oldest go for want of room</source>
        <translation>공간이 모자라 오래된 기록을 지울 때에도 남겨 둬요</translation>
    </message>
    <message>
        <source>keep the run as the window does, where its page Runs and the command “runs” list it; without a name it has that of its preset, file or data</source>
        <translation>창에서처럼 학습을 보관해요. 창의 학습 기록과 “runs” 명령에 나와요. 이름을 쓰지 않으면 프리셋, 파일, 데이터의 이름을 써요</translation>
    </message>
    <message>
        <source>kept {name} among the runs, as {id}</source>
        <translation>{name}(을/를) 학습 기록에 보관했어요: {id}</translation>
    </message>
    <message>
        <source>kink</source>
        <translation>꺾인 점</translation>
    </message>
    <message>
        <source>label {name}, right ✓, loss {loss:.4g}</source>
        <translation>레이블 {name}, 맞음 ✓, 손실 {loss:.4g}</translation>
    </message>
    <message>
        <source>label {name}, wrong ✗, loss {loss:.4g}</source>
        <translation>레이블 {name}, 틀림 ✗, 손실 {loss:.4g}</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>let them go again</source>
        <translation>고정을 풀어요</translation>
    </message>
    <message>
        <source>list the runs that were kept, and show, pin, delete or export them</source>
        <translation>보관된 학습 기록을 나열하고, 보여 주고, 고정하고, 지우고, 내보내요</translation>
    </message>
    <message>
        <source>list, show: one JSON object a line for each run</source>
        <translation>list, show: 학습 기록마다 한 줄에 JSON 객체 하나</translation>
    </message>
    <message>
        <source>loss {loss:.5f}</source>
        <translation>손실 {loss:.5f}</translation>
    </message>
    <message>
        <source>made</source>
        <translation>진행</translation>
    </message>
    <message>
        <source>matches ✓</source>
        <translation>일치 ✓</translation>
    </message>
    <message>
        <source>model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>model file</source>
        <translation>모델 파일</translation>
    </message>
    <message>
        <source>momentum</source>
        <translation>모멘텀</translation>
    </message>
    <message>
        <source>name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>node</source>
        <translation>노드</translation>
    </message>
    <message>
        <source>not allowed with argument %s</source>
        <translation>%s 인수와 함께 쓸 수 없어요</translation>
    </message>
    <message>
        <source>not finite</source>
        <translation>유한하지 않음</translation>
    </message>
    <message>
        <source>not taken</source>
        <translation>구하지 않음</translation>
    </message>
    <message>
        <source>note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>nothing of it is left</source>
        <translation>남은 것이 없어요</translation>
    </message>
    <message>
        <source>number</source>
        <translation>항목</translation>
    </message>
    <message>
        <source>of momentum and nesterov: what stays of the last update</source>
        <translation>momentum과 nesterov: 지난 갱신에서 남는 비율</translation>
    </message>
    <message>
        <source>of the learning rate: {names}</source>
        <translation>학습률 스케줄: {names}</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>통과</translation>
    </message>
    <message>
        <source>one JSON object a line, for each digit, instead of text</source>
        <translation>글 대신 숫자마다 한 줄에 JSON 객체 하나</translation>
    </message>
    <message>
        <source>one JSON object a line: each epoch, and the end</source>
        <translation>한 줄에 JSON 객체 하나: 에폭마다, 그리고 끝에</translation>
    </message>
    <message>
        <source>one JSON object instead of a table</source>
        <translation>표 대신 JSON 객체 하나</translation>
    </message>
    <message>
        <source>one JSON object instead of text</source>
        <translation>글 대신 JSON 객체 하나</translation>
    </message>
    <message>
        <source>one of the arguments %s is required</source>
        <translation>다음 인수 중 하나가 필요해요: %s</translation>
    </message>
    <message>
        <source>operands</source>
        <translation>피연산자</translation>
    </message>
    <message>
        <source>operation</source>
        <translation>연산</translation>
    </message>
    <message>
        <source>optimizer</source>
        <translation>최적화 기법</translation>
    </message>
    <message>
        <source>options</source>
        <translation>옵션</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>고정</translation>
    </message>
    <message>
        <source>pinned {run}</source>
        <translation>{run}(을/를) 고정했어요</translation>
    </message>
    <message>
        <source>positional arguments</source>
        <translation>위치 인수</translation>
    </message>
    <message>
        <source>prediction {name}</source>
        <translation>예측 {name}</translation>
    </message>
    <message>
        <source>printed</source>
        <translation>책에 실린 값</translation>
    </message>
    <message>
        <source>put runs into the trash, which the window empties when it starts</source>
        <translation>학습 기록을 휴지통에 넣어요. 휴지통은 창이 시작될 때 비워져요</translation>
    </message>
    <message>
        <source>put the program into the menu of programs and let it open .blab files</source>
        <translation>프로그램을 프로그램 메뉴에 넣고 .blab 파일을 열게 해요</translation>
    </message>
    <message>
        <source>removed {path}</source>
        <translation>{path}(을/를) 지웠어요</translation>
    </message>
    <message>
        <source>restored {run}</source>
        <translation>{run}(을/를) 되돌렸어요</translation>
    </message>
    <message>
        <source>resumes</source>
        <translation>이어서 학습</translation>
    </message>
    <message>
        <source>run</source>
        <translation>학습 기록</translation>
    </message>
    <message>
        <source>sampling</source>
        <translation>추출 방법</translation>
    </message>
    <message>
        <source>saved {path}</source>
        <translation>{path}(을/를) 저장했어요</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>학습률 스케줄</translation>
    </message>
    <message>
        <source>see below</source>
        <translation>아래를 보세요</translation>
    </message>
    <message>
        <source>show program&apos;s version number and exit</source>
        <translation>프로그램의 버전을 보여 주고 끝내요</translation>
    </message>
    <message>
        <source>show this help message and exit</source>
        <translation>이 도움말을 보여 주고 끝내요</translation>
    </message>
    <message>
        <source>size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>step</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>step epochs</source>
        <translation>감소 간격</translation>
    </message>
    <message>
        <source>step through a computational graph, forwards and backwards, as a table</source>
        <translation>계산 그래프의 순전파와 역전파를 단계마다 표로 보여 줘요</translation>
    </message>
    <message>
        <source>step through an example of a computational graph (default: apple)</source>
        <translation>계산 그래프 예제를 단계별로 보여 줘요 (기본값: apple)</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>중지됨</translation>
    </message>
    <message>
        <source>such as “z = (x + y) * w”. Statements end at a newline or “;”, the last one is the output; ^ means **, @ is matmul</source>
        <translation>“z = (x + y) * w” 같은 식. 식은 줄 바꿈이나 “;”로 끝나고 마지막 식이 출력이에요. ^는 **와 같고 @는 matmul이에요</translation>
    </message>
    <message>
        <source>sum so far</source>
        <translation>지금까지의 합</translation>
    </message>
    <message>
        <source>take back what install wrote; settings and models stay</source>
        <translation>install이 쓴 것을 되돌려요. 설정과 모델은 남아요</translation>
    </message>
    <message>
        <source>take them out of it again</source>
        <translation>휴지통에서 다시 꺼내요</translation>
    </message>
    <message>
        <source>taken at {count} of {total:,} entries</source>
        <translation>원소 {total:,}개 중 {count}개에서 구함</translation>
    </message>
    <message>
        <source>takes a number of threads, such as {example}, or “auto”, and not “{text}”.</source>
        <translation>옵션에는 {example} 같은 스레드 수나 “auto”를 쓰세요. “{text}”(은/는) 쓸 수 없어요.</translation>
    </message>
    <message>
        <source>takes a number, such as {example}, and not “{text}”.</source>
        <translation>옵션에는 {example} 같은 수를 쓰세요. “{text}”(은/는) 수가 아니에요.</translation>
    </message>
    <message>
        <source>takes a whole number, such as {example}, and not “{text}”.</source>
        <translation>옵션에는 {example} 같은 정수를 쓰세요. “{text}”(은/는) 정수가 아니에요.</translation>
    </message>
    <message>
        <source>targets</source>
        <translation>정답</translation>
    </message>
    <message>
        <source>tell what is in a model file or a data set</source>
        <translation>모델 파일이나 데이터셋에 무엇이 있는지 알려 줘요</translation>
    </message>
    <message>
        <source>test</source>
        <translation>시험 데이터</translation>
    </message>
    <message>
        <source>test acc.</source>
        <translation>시험 정확도</translation>
    </message>
    <message>
        <source>the .blab file of a trained network</source>
        <translation>학습된 신경망의 .blab 파일</translation>
    </message>
    <message>
        <source>the following arguments are required: %s</source>
        <translation>다음 인수가 필요해요: %s</translation>
    </message>
    <message>
        <source>the network that was opened is not the one that was saved</source>
        <translation>열린 신경망이 저장한 신경망과 달라요</translation>
    </message>
    <message>
        <source>the network was saved ({bytes:,} bytes) and opened, the same in every weight</source>
        <translation>저장했다가({bytes:,}바이트) 다시 연 신경망의 가중치가 모두 같아요</translation>
    </message>
    <message>
        <source>the output could not be written</source>
        <translation>출력을 쓰지 못했어요</translation>
    </message>
    <message>
        <source>the prediction was made</source>
        <translation>예측을 마쳤어요</translation>
    </message>
    <message>
        <source>the trace was made, and its output is finite</source>
        <translation>추적을 마쳤고 출력이 유한해요</translation>
    </message>
    <message>
        <source>the training was completed</source>
        <translation>학습을 마쳤어요</translation>
    </message>
    <message>
        <source>the window cannot be opened here, or a check failed</source>
        <translation>여기서 창을 열 수 없거나, 검사 하나가 실패했어요</translation>
    </message>
    <message>
        <source>the window was closed, or all checks passed</source>
        <translation>창이 닫혔거나, 모든 검사를 통과했어요</translation>
    </message>
    <message>
        <source>there is no example “{name}”.{hint}</source>
        <translation>“{name}”(이라는/라는) 예제가 없어요.{hint}</translation>
    </message>
    <message>
        <source>there is no workspace</source>
        <translation>작업 화면이 없어요</translation>
    </message>
    <message>
        <source>threads</source>
        <translation>스레드</translation>
    </message>
    <message>
        <source>threads: {numbers} (auto); repeatable with --threads {number}</source>
        <translation>스레드: {numbers} (auto). --threads {number}(을/를) 쓰면 똑같이 되풀이할 수 있어요</translation>
    </message>
    <message>
        <source>to</source>
        <translation>받는 노드</translation>
    </message>
    <message>
        <source>train</source>
        <translation>훈련 데이터</translation>
    </message>
    <message>
        <source>train a network on the command line</source>
        <translation>명령줄에서 신경망을 학습시켜요</translation>
    </message>
    <message>
        <source>train acc.</source>
        <translation>훈련 정확도</translation>
    </message>
    <message>
        <source>train loss</source>
        <translation>훈련 손실</translation>
    </message>
    <message>
        <source>train this network first: {names}</source>
        <translation>이 신경망을 먼저 학습시켜요: {names}</translation>
    </message>
    <message>
        <source>training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>training {outcome}: {count:,} iterations, {seconds:.1f} s</source>
        <translation>학습 {outcome}: 반복 {count:,}번, {seconds:.1f}초</translation>
    </message>
    <message>
        <source>two-layer has a test accuracy of {accuracy:.4f} after one epoch, above {least}</source>
        <translation>two-layer의 시험 정확도가 1에폭 뒤 {accuracy:.4f}(으로/로) {least}보다 높아요</translation>
    </message>
    <message>
        <source>two-layer has a test accuracy of {accuracy} after one epoch, not above {least}</source>
        <translation>two-layer의 시험 정확도가 1에폭 뒤 {accuracy}(이에요/예요). {least}보다 높아야 해요</translation>
    </message>
    <message>
        <source>unknown command “{word}”.{hint}</source>
        <translation>알 수 없는 명령 “{word}”.{hint}</translation>
    </message>
    <message>
        <source>unpinned {run}</source>
        <translation>{run}의 고정을 풀었어요</translation>
    </message>
    <message>
        <source>unrecognized arguments: {arguments}.{hint}</source>
        <translation>알 수 없는 인수: {arguments}.{hint}</translation>
    </message>
    <message>
        <source>upstream</source>
        <translation>상류 기울기</translation>
    </message>
    <message>
        <source>upstream × local</source>
        <translation>상류 × 국소</translation>
    </message>
    <message>
        <source>usage: </source>
        <translation>사용법: </translation>
    </message>
    <message>
        <source>value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>weight decay</source>
        <translation>가중치 감소</translation>
    </message>
    <message>
        <source>what is known of a run, and what is in its network</source>
        <translation>학습 기록에 대해 알려진 것과 그 신경망의 내용을 보여 줘요</translation>
    </message>
    <message>
        <source>window</source>
        <translation>창</translation>
    </message>
    <message>
        <source>with</source>
        <translation>조건</translation>
    </message>
    <message>
        <source>with --dataset: exchange rows and columns of the images</source>
        <translation>--dataset과 함께: 이미지의 행과 열을 바꿔요</translation>
    </message>
    <message>
        <source>with --dataset: leave out pictures that cannot be read</source>
        <translation>--dataset과 함께: 읽을 수 없는 그림을 빼요</translation>
    </message>
    <message>
        <source>with --dataset: the largest value of a pixel, which becomes 255</source>
        <translation>--dataset과 함께: 최대 픽셀 값. 이 값이 255가 돼요</translation>
    </message>
    <message>
        <source>with --dataset: the names of the classes, with commas between them</source>
        <translation>--dataset과 함께: 클래스의 이름을 쉼표로 나누어 써요</translation>
    </message>
    <message>
        <source>with --demo: play it through</source>
        <translation>--demo와 함께: 끝까지 재생해요</translation>
    </message>
    <message>
        <source>with --index: which part (default: {default})</source>
        <translation>--index와 함께: 어느 부분인지 (기본값: {default})</translation>
    </message>
    <message>
        <source>with --preset: fixes the initial weights and the batches</source>
        <translation>--preset과 함께: 가중치 초깃값과 미니배치를 정하는 시드</translation>
    </message>
    <message>
        <source>with --preset: how many times through the training set</source>
        <translation>--preset과 함께: 훈련 데이터를 몇 번 훑을지</translation>
    </message>
    <message>
        <source>with --resume: let the schedule run over the new length. Without it, it runs over the length that was planned first, and then holds its last value</source>
        <translation>--resume과 함께: 스케줄을 새 길이에 걸쳐 적용해요. 없으면 처음 계획한 길이에 걸쳐 적용하고 그 뒤에는 마지막 값을 유지해요</translation>
    </message>
    <message>
        <source>with export: the .blab file to write</source>
        <translation>export와 함께: 쓸 .blab 파일</translation>
    </message>
    <message>
        <source>with numbers</source>
        <translation>수로 쓰면</translation>
    </message>
    <message>
        <source>with the order of the next epoch</source>
        <translation>다음 에폭의 순서로</translation>
    </message>
    <message>
        <source>write the trained network to this .blab file; where the run is interrupted, to one beside it, whose name says so</source>
        <translation>학습된 신경망을 이 .blab 파일에 써요. 학습이 중단되면 그 옆의 다른 파일에 쓰고, 이름에 interrupted를 붙여요</translation>
    </message>
    <message>
        <source>wrote {path}</source>
        <translation>{path}(을/를) 썼어요</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>{count:,} iteration</source>
        <translation>반복 {count:,}번</translation>
    </message>
    <message>
        <source>{count:,} iterations</source>
        <translation>반복 {count:,}번</translation>
    </message>
    <message>
        <source>{count:,} runs, {size} of {limit}, in {folder}</source>
        <translation>학습 기록 {count:,}개, {limit} 중 {size}, 폴더 {folder}</translation>
    </message>
    <message>
        <source>{count:,} {part}</source>
        <translation>{part} {count:,}개</translation>
    </message>
    <message>
        <source>{counts} images were read in place of {expected}</source>
        <translation>이미지를 {expected}장이 아니라 {counts}장 읽었어요</translation>
    </message>
    <message>
        <source>{count} numbers, a regression</source>
        <translation>수 {count}개, 회귀</translation>
    </message>
    <message>
        <source>{failed} of {total} checks failed: this copy does not work here.</source>
        <translation>검사 {total}개 중 {failed}개가 실패했어요. 이 프로그램은 여기서 제대로 작동하지 않아요.</translation>
    </message>
    <message>
        <source>{inputs} inputs, {layers}; {parameters:,} parameters</source>
        <translation>입력 {inputs}개, {layers}; 매개변수 {parameters:,}개</translation>
    </message>
    <message>
        <source>{inputs}: images of {height} × {width} pixels</source>
        <translation>{inputs}: {height} × {width} 픽셀 이미지</translation>
    </message>
    <message>
        <source>{iteration:,} / {total:,}  loss {loss:.4f}</source>
        <translation>{iteration:,} / {total:,}  손실 {loss:.4f}</translation>
    </message>
    <message>
        <source>{layer} has died: at iteration {iteration:,} none of its units gives anything, no gradient passes it, and the loss stays flat. Start again with a smaller learning rate.</source>
        <translation>{layer} 계층이 죽었어요. {iteration:,}번째 반복에서 모든 뉴런의 출력이 0이라 기울기가 지나가지 못하고 손실이 그대로예요. 더 작은 학습률로 다시 시작하세요.</translation>
    </message>
    <message>
        <source>{made:,} of {total:,} iterations</source>
        <translation>반복 {total:,}번 중 {made:,}번</translation>
    </message>
    <message>
        <source>{names} (default: {default})</source>
        <translation>{names} (기본값: {default})</translation>
    </message>
    <message>
        <source>{names}, or a folder (default: the one of the network)</source>
        <translation>{names}, 또는 폴더 (기본값: 신경망의 데이터셋)</translation>
    </message>
    <message>
        <source>{names}, or data of your own: {formats}</source>
        <translation>{names}, 또는 내 데이터: {formats}</translation>
    </message>
    <message>
        <source>{names}; with its usual learning rate</source>
        <translation>{names}. 학습률은 그 기법의 기본값</translation>
    </message>
    <message>
        <source>{name} is not as it was published</source>
        <translation>{name}(이/가) 공개된 파일과 달라요</translation>
    </message>
    <message>
        <source>{name}: error: {message}</source>
        <translation>{name}: 오류: {message}</translation>
    </message>
    <message>
        <source>{number}: {count:,} iterations</source>
        <translation>{number}개: 반복 {count:,}번</translation>
    </message>
    <message>
        <source>{outcome} after {iterations}, {seconds:.1f} s</source>
        <translation>{iterations} 뒤 {outcome}, {seconds:.1f}초</translation>
    </message>
    <message>
        <source>{output} is not finite, hence exit status {status}. It began at {node}: {reason}</source>
        <translation>{output}(이/가) 유한하지 않아서 종료 상태가 {status}(이에요/예요). {node}에서 시작됐어요: {reason}</translation>
    </message>
    <message>
        <source>{path} goes on after {made:,} of {total:,} iterations.</source>
        <translation>{path}: 반복 {total:,}번 중 {made:,}번 다음부터 이어서 학습해요.</translation>
    </message>
    <message>
        <source>{path}, {bytes:,} bytes</source>
        <translation>{path}, {bytes:,}바이트</translation>
    </message>
    <message>
        <source>{path}, {number} of {count}</source>
        <translation>{path}, {count}개 중 {number}번째</translation>
    </message>
    <message>
        <source>{setting} {new} from iteration {iteration:,} on; before, {old}.</source>
        <translation>{iteration:,}번째 반복부터 {setting}(을/를) {old}에서 {new}(으로/로) 바꿨어요.</translation>
    </message>
    <message>
        <source>{setting} {old} → {new} at {iteration:,}</source>
        <translation>{iteration:,}번째 반복에서 {setting} {old} → {new}</translation>
    </message>
    <message>
        <source>λ: adds λ·W to the gradient of each weight, as ½·λ·ΣW² would; the loss printed is without it</source>
        <translation>λ: ½·λ·ΣW²처럼 각 가중치의 기울기에 λ·W를 더해요. 출력되는 손실에는 들어 있지 않아요</translation>
    </message>
</context>
<context>
    <name>data sets</name>
    <message>
        <source>MNIST handwritten digits</source>
        <translation>MNIST 손글씨 숫자</translation>
    </message>
    <message>
        <source>One random pair</source>
        <translation>무작위 한 쌍</translation>
    </message>
    <message>
        <source>Two circles</source>
        <translation>두 원</translation>
    </message>
    <message>
        <source>Two spirals</source>
        <translation>두 나선</translation>
    </message>
    <message>
        <source>XOR</source>
        <translation>XOR</translation>
    </message>
    <message>
        <source>a CSV file with the label and the numbers of one example in each row</source>
        <translation>행마다 샘플 하나의 레이블과 수가 있는 CSV 파일</translation>
    </message>
    <message>
        <source>a folder with one subfolder of pictures for each class</source>
        <translation>클래스마다 그림 하위 폴더가 하나씩 있는 폴더</translation>
    </message>
    <message>
        <source>an .npz file with x_train, y_train, x_test, y_test</source>
        <translation>x_train, y_train, x_test, y_test가 있는 .npz 파일</translation>
    </message>
    <message>
        <source>four IDX files, named as MNIST&apos;s</source>
        <translation>MNIST처럼 이름 붙인 IDX 파일 네 개</translation>
    </message>
    <message>
        <source>simpleNet&apos;s example</source>
        <translation>simpleNet의 샘플</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source> Did you mean “{word}”?</source>
        <translation> “{word}”(을/를) 쓰려고 했나요?</translation>
    </message>
    <message>
        <source> Known: {words}.</source>
        <translation> 쓸 수 있는 것: {words}.</translation>
    </message>
    <message>
        <source>--dataset goes with --index or --preset: a picture needs none.</source>
        <translation>--dataset은 --index나 --preset과 함께 쓰세요. 그림에는 필요 없어요.</translation>
    </message>
    <message>
        <source>--epochs and --seed are about a training: they go with --preset.</source>
        <translation>--epochs와 --seed는 학습에 관한 옵션이에요. --preset과 함께 쓰세요.</translation>
    </message>
    <message>
        <source>--pictures says how a picture is prepared: it goes with a picture.</source>
        <translation>--pictures는 그림을 어떻게 준비할지 정해요. 그림과 함께 쓰세요.</translation>
    </message>
    <message>
        <source>--pixel-max, --turn, --leave-out-broken and --class-names are about data of your own: they go with --dataset and the path of a file or folder.</source>
        <translation>--pixel-max, --turn, --leave-out-broken, --class-names는 내 데이터에 쓰는 옵션이에요. 파일이나 폴더의 경로를 준 --dataset과 함께 쓰세요.</translation>
    </message>
    <message>
        <source>--replan lets a schedule run over the new length of a continued run: it goes with --resume.</source>
        <translation>--replan은 이어서 하는 학습의 새 길이에 학습률 스케줄을 다시 맞춰요. --resume과 함께 쓰세요.</translation>
    </message>
    <message>
        <source>--resume goes on with the network, data set, seed and optimizer of its file: leave out --{option}, or start a new run without --resume.</source>
        <translation>--resume은 파일의 신경망, 데이터셋, 시드, 최적화 기법으로 이어서 학습해요. --{option}(을/를) 빼거나, --resume 없이 새로 학습을 시작하세요.</translation>
    </message>
    <message>
        <source>--set takes NAME=LITERAL, such as x=-2, and not “{text}”.</source>
        <translation>--set에는 “{text}”(이/가) 아니라 x=-2처럼 NAME=LITERAL을 쓰세요.</translation>
    </message>
    <message>
        <source>--set {name}: {reason}</source>
        <translation>--set {name}: {reason}</translation>
    </message>
    <message>
        <source>--split says which examples --index counts: it goes with --index.</source>
        <translation>--split은 --index가 어느 샘플을 세는지 정해요. --index와 함께 쓰세요.</translation>
    </message>
    <message>
        <source>--to goes with export alone.</source>
        <translation>--to는 export에만 쓸 수 있어요.</translation>
    </message>
    <message>
        <source>A batch needs at least 1 example.</source>
        <translation>미니배치에는 샘플이 1개 이상 있어야 해요.</translation>
    </message>
    <message>
        <source>A batch of {batch} takes {size:.1f} GB in this network; the limit is {limit:.0f} GB. Make it smaller.</source>
        <translation>이 신경망에서는 크기가 {batch}인 미니배치에 메모리가 {size:.1f} GB 필요해요. 한도는 {limit:.0f} GB예요. 미니배치를 작게 하세요.</translation>
    </message>
    <message>
        <source>A desktop cannot start {path}: “=”, line breaks and letters outside Unicode may not be in a path there. Move the program to another folder.</source>
        <translation>데스크톱에서 {path}(을/를) 시작할 수 없어요. 경로에 “=”, 줄 바꿈, 유니코드가 아닌 글자가 있으면 안 돼요. 프로그램을 다른 폴더로 옮기세요.</translation>
    </message>
    <message>
        <source>A network has {most} layers at most: remove some.</source>
        <translation>신경망의 계층은 {most}개까지예요. 몇 개를 제거하세요.</translation>
    </message>
    <message>
        <source>A picture of the class “{name}” cannot be read. {reason}</source>
        <translation>“{name}” 클래스의 그림 하나를 읽을 수 없어요. {reason}</translation>
    </message>
    <message>
        <source>A picture of {width:,} × {height:,} pixels is too large: make it smaller, {most:,} pixels in all and {side:,} a side at most. 280 × 280 is plenty for a digit.</source>
        <translation>{width:,} × {height:,} 픽셀짜리 그림은 너무 커요. 모두 {most:,}픽셀 이하, 한 변 {side:,}픽셀 이하로 줄이세요. 숫자 하나에는 280 × 280이면 넉넉해요.</translation>
    </message>
    <message>
        <source>A picture of {width} × {height} pixels is too small to hold a digit: choose one of at least {least} × {least}.</source>
        <translation>{width} × {height} 픽셀짜리 그림은 숫자를 담기에 너무 작아요. {least} × {least} 이상인 그림을 고르세요.</translation>
    </message>
    <message>
        <source>After {iteration:,} iterations the loss is {loss:g}: guessing gives {chance:g}. The network has learned nothing so far. {cause}</source>
        <translation>반복 {iteration:,}번 뒤의 손실이 {loss:g}(이에요/예요). 찍기만 해도 손실이 {chance:g}(이에요/예요). 신경망이 아직 아무것도 배우지 못했어요. {cause}</translation>
    </message>
    <message>
        <source>All training examples are of one class, “{name}”: there is nothing to tell apart. Add examples of another class.</source>
        <translation>훈련 샘플이 모두 “{name}” 클래스예요. 구별할 것이 없어요. 다른 클래스의 샘플을 더하세요.</translation>
    </message>
    <message>
        <source>Alpha is {value}; it must be 0 or more and less than 1, such as 0.99.</source>
        <translation>α가 {value}(이에요/예요). 0.99처럼 0 이상 1 미만이어야 해요.</translation>
    </message>
    <message>
        <source>An array cannot stand here: write f with numbers.</source>
        <translation>여기에는 배열을 쓸 수 없어요. f를 수로 쓰세요.</translation>
    </message>
    <message>
        <source>An array of shape {shape} is too large for a graph: at most {limit:,} numbers stand on one wire.</source>
        <translation>형상 {shape}인 배열은 그래프에 쓰기에 너무 커요. 연결선 하나에 수를 {limit:,}개까지 쓸 수 있어요.</translation>
    </message>
    <message>
        <source>An example has {given} values, but the network takes {expected}: use data of that size.</source>
        <translation>샘플 하나의 값은 {given}개인데 신경망은 {expected}개를 받아요. 크기가 맞는 데이터를 쓰세요.</translation>
    </message>
    <message>
        <source>Another window is busy with the runs in {path}: wait a moment, then try again.</source>
        <translation>다른 창이 {path}의 학습 기록을 쓰고 있어요. 잠시 기다렸다가 다시 해 보세요.</translation>
    </message>
    <message>
        <source>As MNIST&apos;s makers did, the dark ink was cropped, scaled, and centred by its mass on {rows} × {columns}.</source>
        <translation>MNIST를 만든 방법대로 어두운 획을 잘라 내어 크기를 맞추고, 무게 중심이 {rows} × {columns}의 한가운데에 오게 했어요.</translation>
    </message>
    <message>
        <source>As MNIST&apos;s makers did, the light ink was cropped, scaled, and centred by its mass on {rows} × {columns}.</source>
        <translation>MNIST를 만든 방법대로 밝은 획을 잘라 내어 크기를 맞추고, 무게 중심이 {rows} × {columns}의 한가운데에 오게 했어요.</translation>
    </message>
    <message>
        <source>At `{node}`: {reason}</source>
        <translation>`{node}`: {reason}</translation>
    </message>
    <message>
        <source>Batch normalization needs batches of at least 2 examples: it takes their mean from each.</source>
        <translation>배치 정규화에는 샘플이 2개 이상인 미니배치가 필요해요. 미니배치마다 평균을 내기 때문이에요.</translation>
    </message>
    <message>
        <source>Beta 1 is {value}; it must be 0 or more and less than 1, such as 0.9.</source>
        <translation>β₁이 {value}(이에요/예요). 0.9처럼 0 이상 1 미만이어야 해요.</translation>
    </message>
    <message>
        <source>Beta 2 is {value}; it must be 0 or more and less than 1, such as 0.999.</source>
        <translation>β₂가 {value}(이에요/예요). 0.999처럼 0 이상 1 미만이어야 해요.</translation>
    </message>
    <message>
        <source>Column {column:,} of {path} has {words:,} different words: it is not a label. Call the column of the labels “label”.</source>
        <translation>{path}의 {column:,}번째 열에는 서로 다른 낱말이 {words:,}개 있어서 레이블이 될 수 없어요. 레이블 열의 이름을 “label”로 쓰세요.</translation>
    </message>
    <message>
        <source>Dark ink on light was made light on dark.</source>
        <translation>밝은 바탕의 어두운 획을 어두운 바탕의 밝은 획으로 바꿨어요.</translation>
    </message>
    <message>
        <source>Each step multiplies the rate by {value}; this must be above 0 and at most 1, such as 0.1.</source>
        <translation>감소 계수가 {value}(이에요/예요). 0.1처럼 0보다 크고 1 이하인 수여야 해요.</translation>
    </message>
    <message>
        <source>Epsilon is {value}; it must be a number above 0, such as 1e-8.</source>
        <translation>ε이 {value}(이에요/예요). 1e-8처럼 0보다 큰 수여야 해요.</translation>
    </message>
    <message>
        <source>Evaluate on 1 example or more; 0 means the whole training set.</source>
        <translation>샘플 1개 이상으로 평가하세요. 0이면 훈련 데이터 전체예요.</translation>
    </message>
    <message>
        <source>Give either --model FILE or --preset NAME, which is trained first.</source>
        <translation>--model FILE이나 먼저 학습할 --preset NAME 중 하나만 주세요.</translation>
    </message>
    <message>
        <source>Give either a picture or --index N, the number of an example.</source>
        <translation>그림이나 --index N(샘플의 번호) 중 하나만 주세요.</translation>
    </message>
    <message>
        <source>Give either an expression or --example NAME.</source>
        <translation>식이나 --example NAME 중 하나만 주세요.</translation>
    </message>
    <message>
        <source>HOME is “{home}”, which is not a folder: set it to your home folder.</source>
        <translation>HOME이 “{home}”인데, 이것은 폴더가 아니에요. HOME에 홈 폴더를 지정하세요.</translation>
    </message>
    <message>
        <source>Ink and ground could not be told apart: crop the picture, or darken the digit.</source>
        <translation>획과 바탕을 구별할 수 없어요. 그림을 잘라 내거나 숫자를 더 진하게 하세요.</translation>
    </message>
    <message>
        <source>It was inverted.</source>
        <translation>명암을 뒤집었어요.</translation>
    </message>
    <message>
        <source>Label {position:,} of {path} is {label}, but labels are whole numbers from 0 to {last:,}: number the classes 0, 1, 2, ….</source>
        <translation>{path}의 {position:,}번째 레이블은 {label}인데, 레이블은 0부터 {last:,}까지의 정수여야 해요. 클래스에 0, 1, 2, …로 번호를 붙이세요.</translation>
    </message>
    <message>
        <source>Labels are whole numbers, but one is {label}. Give targets of a regression as rows, {outputs} to a row.</source>
        <translation>레이블은 정수여야 하는데 {label}(이/가) 있어요. 회귀의 정답은 한 행에 {outputs}개씩 행으로 주세요.</translation>
    </message>
    <message>
        <source>Labels go from 0 to {top} for this network; one is {label}.</source>
        <translation>이 신경망의 레이블은 0부터 {top}까지인데 {label}(이/가) 있어요.</translation>
    </message>
    <message>
        <source>Let it train longer, or try a larger learning rate, He initial weights or more units.</source>
        <translation>더 오래 학습하거나, 더 큰 학습률이나 He 초깃값, 더 많은 뉴런을 써 보세요.</translation>
    </message>
    <message>
        <source>Line {line:,} of {path} has {found:,} cells, but the first has {expected:,}: a cell is missing, or is too many. Mend the line, or delete it.</source>
        <translation>{path}의 {line:,}번째 줄에는 칸이 {found:,}개인데 첫 줄에는 {expected:,}개예요. 칸이 모자라거나 남아요. 그 줄을 고치거나 지우세요.</translation>
    </message>
    <message>
        <source>Line {line:,} of {path} is longer than {limit:,} characters. Write each example on a line of its own.</source>
        <translation>{path}의 {line:,}번째 줄이 {limit:,}자보다 길어요. 샘플을 한 줄에 하나씩 쓰세요.</translation>
    </message>
    <message>
        <source>Line {line:,}, column {column:,} of {path} is empty. Write a number, or delete the line.</source>
        <translation>{path}의 {line:,}번째 줄 {column:,}번째 열이 비어 있어요. 수를 쓰거나 그 줄을 지우세요.</translation>
    </message>
    <message>
        <source>Line {line:,}, column {column:,} of {path} is the label {cell}, but labels are whole numbers from 0 to {last:,}, or words.</source>
        <translation>{path}의 {line:,}번째 줄 {column:,}번째 열의 레이블이 {cell}(이에요/예요). 레이블은 0부터 {last:,}까지의 정수나 낱말이어야 해요.</translation>
    </message>
    <message>
        <source>Line {line:,}, column {column:,} of {path} is {cell}: too large, for numbers are kept as float32, which ends at 3.4e38.</source>
        <translation>{path}의 {line:,}번째 줄 {column:,}번째 열이 {cell}(이에요/예요). 수를 float32로 저장하는데, 3.4e38까지만 담을 수 있어서 이 수는 너무 커요.</translation>
    </message>
    <message>
        <source>Line {line:,}, column {column:,} of {path} is “{cell}”, but a number belongs there.</source>
        <translation>{path}의 {line:,}번째 줄 {column:,}번째 열이 “{cell}”(이에요/예요). 여기에는 수가 있어야 해요.</translation>
    </message>
    <message>
        <source>Line {line}: `{function}` has no setting {found} (column {column}). It has: {known}.</source>
        <translation>{line}번째 줄 {column}번째 글자 {found}: `{function}`에는 이런 설정이 없어요. 쓸 수 있는 설정: {known}.</translation>
    </message>
    <message>
        <source>Line {line}: at `{node}`, column {column}: {reason}</source>
        <translation>{line}번째 줄 {column}번째 글자 `{node}`: {reason}</translation>
    </message>
    <message>
        <source>Line {line}: expected `)` at column {column}, found {found}: only calls have commas.</source>
        <translation>{line}번째 줄 {column}번째 글자 {found}: 여기에는 `)`가 와야 해요. 쉼표는 함수를 부를 때만 써요.</translation>
    </message>
    <message>
        <source>Line {line}: expected `,` or `]` in the array at column {column}, found {found}.</source>
        <translation>{line}번째 줄 {column}번째 글자 {found}: 배열에서 여기에는 `,`나 `]`가 와야 해요.</translation>
    </message>
    <message>
        <source>Line {line}: expected `name = …` at column {column}: only the last statement may go without a name.</source>
        <translation>{line}번째 줄 {column}번째 글자: `이름 = …`처럼 쓰세요. 이름 없이 쓸 수 있는 식은 마지막 식뿐이에요.</translation>
    </message>
    <message>
        <source>Line {line}: expected `{closing}` at column {column}, found {found}.</source>
        <translation>{line}번째 줄 {column}번째 글자 {found}: 여기에는 `{closing}`(이/가) 와야 해요.</translation>
    </message>
    <message>
        <source>Line {line}: expected `{closing}` before the statement ends at column {column}.</source>
        <translation>{line}번째 줄 {column}번째 글자: 식이 끝나기 전에 `{closing}`(이/가) 와야 해요.</translation>
    </message>
    <message>
        <source>Line {line}: expected a number for this setting at column {column}, found {found}.</source>
        <translation>{line}번째 줄 {column}번째 글자 {found}: 이 설정에는 수를 쓰세요.</translation>
    </message>
    <message>
        <source>Line {line}: expected a number in the array at column {column}, found {found}. An array holds numbers only, and at least one.</source>
        <translation>{line}번째 줄 {column}번째 글자 {found}: 배열에서 여기에는 수가 와야 해요. 배열에는 수만, 적어도 하나는 쓰세요.</translation>
    </message>
    <message>
        <source>Line {line}: expected a number or an array at column {column}, found {found}.</source>
        <translation>{line}번째 줄 {column}번째 글자 {found}: 여기에는 수나 배열이 와야 해요.</translation>
    </message>
    <message>
        <source>Line {line}: expected a number, a name or `(` at column {column}, found {found}.</source>
        <translation>{line}번째 줄 {column}번째 글자 {found}: 여기에는 수나 이름, `(`가 와야 해요.</translation>
    </message>
    <message>
        <source>Line {line}: expected an operator or the statement&apos;s end at column {column}, found {found}.</source>
        <translation>{line}번째 줄 {column}번째 글자 {found}: 여기에는 연산자가 오거나 식이 끝나야 해요.</translation>
    </message>
    <message>
        <source>Line {line}: expected an operator or the statement&apos;s end at column {column}, found {found}. A product is written with `*`: `{instead}`.</source>
        <translation>{line}번째 줄 {column}번째 글자 {found}: 여기에는 연산자가 오거나 식이 끝나야 해요. 곱셈은 `*`로 써요: `{instead}`.</translation>
    </message>
    <message>
        <source>Line {line}: expected one number or array, but {found} follows at column {column}.</source>
        <translation>{line}번째 줄 {column}번째 글자 {found}: 수나 배열은 하나만 쓰세요. 뒤에 더 있어요.</translation>
    </message>
    <message>
        <source>Line {line}: more than {limit:,} brackets are open at column {column}. Give a part of the expression a name on a line of its own.</source>
        <translation>{line}번째 줄 {column}번째 글자: 열린 괄호가 {limit:,}개를 넘어요. 식의 일부를 따로 한 줄에 쓰고 이름을 붙이세요.</translation>
    </message>
    <message>
        <source>Line {line}: the array at column {column} has too many dimensions: at most {limit}.</source>
        <translation>{line}번째 줄 {column}번째 글자: 배열의 차원이 너무 많아요. {limit}차원까지 쓸 수 있어요.</translation>
    </message>
    <message>
        <source>Line {line}: the expression is empty: expected one such as `z = x * y`.</source>
        <translation>{line}번째 줄: 식이 비어 있어요. `z = x * y` 같은 식을 쓰세요.</translation>
    </message>
    <message>
        <source>Line {line}: the power at column {column} is not a whole number: write it with `**`, as in `x**(a - 1)`.</source>
        <translation>{line}번째 줄 {column}번째 글자: 지수가 정수가 아니에요. `x**(a - 1)`처럼 `**`로 쓰세요.</translation>
    </message>
    <message>
        <source>Line {line}: the rows of an array must be alike; the one that ends at column {column} differs in length from those before it.</source>
        <translation>{line}번째 줄: 배열의 행은 길이가 모두 같아야 해요. {column}번째 글자에서 끝나는 행이 앞의 행과 길이가 달라요.</translation>
    </message>
    <message>
        <source>Line {line}: unexpected character {found} at column {column}: expected a number, a name or an operator.</source>
        <translation>{line}번째 줄 {column}번째 글자 {found}: 쓸 수 없는 글자예요. 수나 이름, 연산자를 쓰세요.</translation>
    </message>
    <message>
        <source>Line {line}: unknown function {found} at column {column}: did you mean `{near}`?</source>
        <translation>{line}번째 줄 {column}번째 글자 {found}: 모르는 함수예요. `{near}`(을/를) 쓰려고 했나요?</translation>
    </message>
    <message>
        <source>Line {line}: unknown function {found} at column {column}: expected one of {known}.</source>
        <translation>{line}번째 줄 {column}번째 글자 {found}: 모르는 함수예요. 다음 중 하나를 쓰세요: {known}.</translation>
    </message>
    <message>
        <source>Line {line}: {found} at column {column} closes nothing.</source>
        <translation>{line}번째 줄 {column}번째 글자 {found}: 짝이 되는 여는 괄호가 없어요.</translation>
    </message>
    <message>
        <source>Line {line}: {found} at column {column} has no value of its own: write `exp(x)`, or give it one on a line above, as in `e = 2.718`.</source>
        <translation>{line}번째 줄 {column}번째 글자 {found}: 정해진 값이 없어요. `exp(x)`라고 쓰거나, 윗줄에 `e = 2.718`처럼 값을 주세요.</translation>
    </message>
    <message>
        <source>Line {line}: {found} at column {column} is a function: write its power as `{instead}`.</source>
        <translation>{line}번째 줄 {column}번째 글자 {found}: 함수예요. 거듭제곱은 `{instead}`처럼 쓰세요.</translation>
    </message>
    <message>
        <source>Line {line}: {found} at column {column} is a numeral that is not read: write numbers with the digits 0 to 9, here `{instead}`.</source>
        <translation>{line}번째 줄 {column}번째 글자 {found}: 읽을 수 없는 숫자예요. 0부터 9까지의 숫자로 `{instead}`처럼 쓰세요.</translation>
    </message>
    <message>
        <source>Line {line}: {found} at column {column} is a value, not a function: expected an operator such as `*` before the bracket.</source>
        <translation>{line}번째 줄 {column}번째 글자 {found}: 함수가 아니라 값이에요. 괄호 앞에 `*` 같은 연산자를 쓰세요.</translation>
    </message>
    <message>
        <source>Line {line}: {found} at column {column} is defined by itself: expected another name.</source>
        <translation>{line}번째 줄 {column}번째 글자 {found}: 자기 자신으로 정의했어요. 다른 이름을 쓰세요.</translation>
    </message>
    <message>
        <source>Line {line}: {found} at column {column} is inside a number: write `{instead}`.</source>
        <translation>{line}번째 줄 {column}번째 글자 {found}: 수 안에 들어 있어요. `{instead}`처럼 쓰세요.</translation>
    </message>
    <message>
        <source>Line {line}: {found} at column {column} is inside a number: write decimals with a point, as in `0.5`, and nothing between thousands, as in `1000`.</source>
        <translation>{line}번째 줄 {column}번째 글자 {found}: 수 안에 들어 있어요. 소수는 `0.5`처럼 마침표로 쓰고, 천 단위는 `1000`처럼 붙여 쓰세요.</translation>
    </message>
    <message>
        <source>Line {line}: {found} at column {column} is never closed: expected `{closing}`.</source>
        <translation>{line}번째 줄 {column}번째 글자 {found}: 닫히지 않았어요. `{closing}`(을/를) 쓰세요.</translation>
    </message>
    <message>
        <source>Line {line}: {found} at column {column} is not a function. A product is written with `*`: `{instead}`.</source>
        <translation>{line}번째 줄 {column}번째 글자 {found}: 함수가 아니에요. 곱셈은 `*`로 써요: `{instead}`.</translation>
    </message>
    <message>
        <source>Line {line}: {found} at column {column} is not known here: write `{instead}`.</source>
        <translation>{line}번째 줄 {column}번째 글자 {found}: 여기서는 쓸 수 없어요. `{instead}`처럼 쓰세요.</translation>
    </message>
    <message>
        <source>Line {line}: {found} at column {column} needs brackets: write `{instead}`.</source>
        <translation>{line}번째 줄 {column}번째 글자 {found}: 괄호가 필요해요. `{instead}`처럼 쓰세요.</translation>
    </message>
    <message>
        <source>Line {line}: {found} at column {column} stands for a value already: give this one another name, or move this line up if it was used before.</source>
        <translation>{line}번째 줄 {column}번째 글자 {found}: 이미 값이 있는 이름이에요. 다른 이름을 붙이거나, 앞에서 이 이름을 썼다면 이 줄을 위로 옮기세요.</translation>
    </message>
    <message>
        <source>Line {line}: {found} at column {column} takes {expected} operand(s) ({names}), not {given}.</source>
        <translation>{line}번째 줄 {column}번째 글자 {found}: 피연산자는 {expected}개({names})인데 {given}개를 썼어요.</translation>
    </message>
    <message>
        <source>Line {line}: {found} at column {column} takes {expected} operand(s) ({names}), not {given}: did you mean `maximum`?</source>
        <translation>{line}번째 줄 {column}번째 글자 {found}: 피연산자는 {expected}개({names})인데 {given}개를 썼어요. `maximum`을 쓰려고 했나요?</translation>
    </message>
    <message>
        <source>Line {line}: {found} at column {column} would take an entry out of an array, which is not done here: give each entry a name of its own, or use `sum`, `mean` or `max`.</source>
        <translation>{line}번째 줄 {column}번째 글자 {found}: 배열에서 원소를 꺼내는 기호인데, 여기서는 쓸 수 없어요. 원소마다 따로 이름을 붙이거나 `sum`, `mean`, `max`를 쓰세요.</translation>
    </message>
    <message>
        <source>Line {line}: {found} at column {column}: a name has no parts here: write `{instead}`.</source>
        <translation>{line}번째 줄 {column}번째 글자 {found}: 여기서는 이름에 점을 쓸 수 없어요. `{instead}`처럼 쓰세요.</translation>
    </message>
    <message>
        <source>Line {line}: {found} at column {column}: functions stand alone here: write `{function}` without `{library}.`.</source>
        <translation>{line}번째 줄 {column}번째 글자 {found}: 여기서는 함수 이름만 써요. `{library}.` 없이 `{function}`만 쓰세요.</translation>
    </message>
    <message>
        <source>Links, hidden files and what is not a picture were left out: {count:,} in all.</source>
        <translation>링크, 숨김 파일, 그림이 아닌 것은 뺐어요. 모두 {count:,}개예요.</translation>
    </message>
    <message>
        <source>Momentum is {value}; it must be 0 or more and less than 1, such as 0.9.</source>
        <translation>모멘텀이 {value}(이에요/예요). 0.9처럼 0 이상 1 미만이어야 해요.</translation>
    </message>
    <message>
        <source>Most units are saturated, where their slope is nearly 0: take smaller initial weights or a smaller learning rate.</source>
        <translation>뉴런이 대부분 포화되어 미분값이 거의 0이에요. 가중치 초깃값을 작게 하거나 학습률을 낮추세요.</translation>
    </message>
    <message>
        <source>Names for {names:,} classes were typed, but there are {classes:,}: type one for each.</source>
        <translation>클래스 이름을 {names:,}개 썼지만 클래스는 {classes:,}개예요. 클래스마다 하나씩 쓰세요.</translation>
    </message>
    <message>
        <source>Nothing lies between {left} and {right}: let “from” be the smaller.</source>
        <translation>{left}(과/와) {right} 사이에는 아무것도 없어요. “최소”를 더 작게 하세요.</translation>
    </message>
    <message>
        <source>NumPy&apos;s matrix library does not let its threads be set here: leave the number out.</source>
        <translation>여기서는 NumPy의 행렬 라이브러리가 스레드 수를 정하지 못하게 해요. 수를 빼세요.</translation>
    </message>
    <message>
        <source>On Windows nothing is installed: keep the folder where you like and pin backprop-lab.exe to the Start menu. To open models by a double click, choose “Open with” on a .blab file, then backprop-lab.exe.</source>
        <translation>Windows에서는 아무것도 설치하지 않아요. 폴더를 원하는 곳에 두고 backprop-lab.exe를 시작 메뉴에 고정하세요. 두 번 눌러 모델을 열려면 .blab 파일에서 “연결 프로그램”을 고른 다음 backprop-lab.exe를 고르세요.</translation>
    </message>
    <message>
        <source>On macOS nothing is installed this way: move Backprop Lab.app to the Applications folder. The app itself says that it opens .blab files.</source>
        <translation>macOS에서는 이 방법으로 설치하지 않아요. Backprop Lab.app을 응용 프로그램 폴더로 옮기세요. .blab 파일을 연다는 것은 앱이 스스로 알려요.</translation>
    </message>
    <message>
        <source>One layer alone can only draw straight lines between the classes: add a hidden layer with ReLU, or train longer.</source>
        <translation>계층 하나로는 클래스 사이에 직선만 그을 수 있어요. ReLU를 쓰는 은닉층을 추가하거나 더 오래 학습하세요.</translation>
    </message>
    <message>
        <source>Only the sheet of paper was looked at.</source>
        <translation>종이 부분만 살펴봤어요.</translation>
    </message>
    <message>
        <source>Pictures that cannot be read were left out ({count:,}): {names}.</source>
        <translation>읽을 수 없는 그림은 뺐어요({count:,}장): {names}.</translation>
    </message>
    <message>
        <source>Runs cannot be kept in {path} ({reason}): see to it that the folder can be written to and has room.</source>
        <translation>{path}에 학습 기록을 보관할 수 없어요 ({reason}). 폴더에 쓸 수 있는지, 공간이 있는지 확인하세요.</translation>
    </message>
    <message>
        <source>Shapes that do not match: {operation} cannot take {shapes}.</source>
        <translation>형상이 맞지 않아요. {operation}에 {shapes}(을/를) 쓸 수 없어요.</translation>
    </message>
    <message>
        <source>Softmax over a single output is always 1: give the last Affine layer 2 units or more.</source>
        <translation>출력이 하나뿐이면 소프트맥스의 값은 늘 1이에요. 마지막 Affine 계층의 뉴런을 2개 이상으로 하세요.</translation>
    </message>
    <message>
        <source>Step has no gradient to send back: its slope is 0 everywhere but at 0, where it has none. Sigmoid is its smooth relative.</source>
        <translation>계단 함수에는 거꾸로 보낼 기울기가 없어요. 0에서는 미분값이 없고, 나머지 모든 곳에서는 미분값이 0이에요. 비슷하면서 매끄러운 함수는 시그모이드예요.</translation>
    </message>
    <message>
        <source>Straight lines were left out.</source>
        <translation>직선은 뺐어요.</translation>
    </message>
    <message>
        <source>Take 1 thread or more, or “auto”.</source>
        <translation>스레드를 1개 이상 쓰거나 “auto”를 쓰세요.</translation>
    </message>
    <message>
        <source>Targets have the shape {given}; this network needs {expected}.</source>
        <translation>정답의 형상이 {given}인데, 이 신경망에는 {expected}(이/가) 필요해요.</translation>
    </message>
    <message>
        <source>Targets of a classification are labels, or rows of {classes} numbers with one 1 and zeros.</source>
        <translation>분류의 정답은 레이블이거나, 하나만 1이고 나머지는 0인 수 {classes}개짜리 행이어야 해요.</translation>
    </message>
    <message>
        <source>The arrays of this graph are too large together: above {limit:,} numbers.</source>
        <translation>이 그래프의 배열을 모두 합치면 너무 커요. 수가 {limit:,}개를 넘어요.</translation>
    </message>
    <message>
        <source>The batch of {batch} is larger than the data ({examples} examples): make it smaller.</source>
        <translation>미니배치 크기 {batch}(이/가) 데이터의 샘플 수 {examples}보다 커요. 미니배치를 작게 하세요.</translation>
    </message>
    <message>
        <source>The check of {parameters} parameters takes about {megabytes} MB, and {limit} MB are the limit: check a smaller network.</source>
        <translation>매개변수 {parameters}개를 확인하려면 메모리가 약 {megabytes} MB 필요한데, 한도는 {limit} MB예요. 더 작은 신경망을 확인하세요.</translation>
    </message>
    <message>
        <source>The cosine ends at {value} of the rate; this must be from 0 to 1, such as 0 or 0.01.</source>
        <translation>마지막 학습률 비율이 {value}(이에요/예요). 0이나 0.01처럼 0 이상 1 이하여야 해요.</translation>
    </message>
    <message>
        <source>The data are scaled or turned otherwise than in the run: start a new run.</source>
        <translation>데이터의 크기나 방향이 이 학습과 달라요. 새로 학습을 시작하세요.</translation>
    </message>
    <message>
        <source>The data could not be read ({reason}).</source>
        <translation>데이터를 읽지 못했어요 ({reason}).</translation>
    </message>
    <message>
        <source>The expression has more than {limit:,} numbers, names and signs. Take a part of it.</source>
        <translation>식에 수와 이름, 기호가 {limit:,}개를 넘어요. 일부만 쓰세요.</translation>
    </message>
    <message>
        <source>The expression has {length:,} characters; at most {limit:,} are read. Shorten it.</source>
        <translation>식이 {length:,}자예요. {limit:,}자까지만 읽어요. 줄이세요.</translation>
    </message>
    <message>
        <source>The file holds more than one picture: the first was taken.</source>
        <translation>파일에 그림이 여러 장 있어서 첫 장을 썼어요.</translation>
    </message>
    <message>
        <source>The folder {path} may not be read ({reason}). Give yourself the right to read it.</source>
        <translation>{path} 폴더를 읽을 권한이 없어요 ({reason}). 읽기 권한을 주세요.</translation>
    </message>
    <message>
        <source>The frame was left out.</source>
        <translation>테두리는 뺐어요.</translation>
    </message>
    <message>
        <source>The given weights are {given}, but the layer needs {needed}: a row for each input, a column for each unit.</source>
        <translation>지정한 가중치의 크기는 {given}인데, 이 계층에는 {needed} 크기가 필요해요. 입력마다 행 하나, 뉴런마다 열 하나예요.</translation>
    </message>
    <message>
        <source>The given weights must be rows of finite numbers, all rows of the same length.</source>
        <translation>지정한 가중치는 유한한 수의 행이어야 하고, 모든 행의 길이가 같아야 해요.</translation>
    </message>
    <message>
        <source>The gradient vanishes on its way back through the layers: take ReLU in place of sigmoid or tanh, batch normalization, or fewer layers.</source>
        <translation>기울기가 계층을 거꾸로 지나면서 소실돼요. 시그모이드나 쌍곡탄젠트 대신 ReLU를 쓰거나, 배치 정규화를 쓰거나, 계층을 줄이세요.</translation>
    </message>
    <message>
        <source>The graph has more than {limit:,} nodes, too many to trace. Take a part of it.</source>
        <translation>그래프의 노드가 {limit:,}개를 넘어 추적할 수 없어요. 일부만 쓰세요.</translation>
    </message>
    <message>
        <source>The graph has {nodes:,} nodes; at most {limit:,} can be traced.</source>
        <translation>그래프의 노드가 {nodes:,}개예요. {limit:,}개까지만 추적할 수 있어요.</translation>
    </message>
    <message>
        <source>The graph is too large to draw: its {nodes:,} nodes and the wires between them need {needed:,} places, and at most {limit:,} are drawn. Take a part of it; the command `trace` lists it all.</source>
        <translation>그래프가 너무 커서 그릴 수 없어요. 노드 {nodes:,}개와 그 사이의 연결선에 자리가 {needed:,}개 필요한데, {limit:,}개까지만 그릴 수 있어요. 일부만 그리세요. 전체는 `trace` 명령으로 볼 수 있어요.</translation>
    </message>
    <message>
        <source>The gzip file {path} is cut short. Fetch it again.</source>
        <translation>gzip 파일 {path}(이/가) 중간에 잘렸어요. 다시 내려받으세요.</translation>
    </message>
    <message>
        <source>The gzip file {path} is damaged. Fetch it again.</source>
        <translation>gzip 파일 {path}(이/가) 손상됐어요. 다시 내려받으세요.</translation>
    </message>
    <message>
        <source>The header of {path} promises {promised:,} bytes of data ({shape}), but a file of this length has {room:,} at most: it was cut short or is damaged. Fetch it again.</source>
        <translation>{path}의 머리말에는 데이터가 {promised:,}바이트({shape})라고 적혀 있지만, 이 길이의 파일에는 많아야 {room:,}바이트가 들어가요. 잘렸거나 손상된 파일이에요. 다시 내려받으세요.</translation>
    </message>
    <message>
        <source>The images are in colours: they were made grey.</source>
        <translation>이미지에 색이 있어서 회색조로 바꿨어요.</translation>
    </message>
    <message>
        <source>The images in {path} are {found}, those in {other} are {expected}: training and test images must have the same size. Take both from the same data set.</source>
        <translation>{path}의 이미지는 {found}, {other}의 이미지는 {expected} 크기예요. 훈련 이미지와 시험 이미지는 크기가 같아야 해요. 둘 다 같은 데이터셋에서 가져오세요.</translation>
    </message>
    <message>
        <source>The images lie on their side: rows and columns are exchanged, as in the files of EMNIST. A digit that is drawn would not be recognized.</source>
        <translation>이미지가 옆으로 누워 있어요. EMNIST 파일처럼 행과 열이 뒤바뀌어 있어요. 이대로는 직접 그린 숫자를 알아보지 못해요.</translation>
    </message>
    <message>
        <source>The initial weights have the standard deviation {value}; it must be a number above 0, such as 0.01. For weights of 0, choose Zeros.</source>
        <translation>가중치 초깃값의 표준편차가 {value}(이에요/예요). 0.01처럼 0보다 큰 수여야 해요. 가중치를 0으로 하려면 “모두 0”을 고르세요.</translation>
    </message>
    <message>
        <source>The input `{name}` has no value yet: give it one.</source>
        <translation>입력 `{name}`에 아직 값이 없어요. 값을 주세요.</translation>
    </message>
    <message>
        <source>The input `{name}` has no value: give it one with --set {name}=NUMBER.</source>
        <translation>입력 `{name}`에 값이 없어요. --set {name}=NUMBER로 값을 주세요.</translation>
    </message>
    <message>
        <source>The input needs at least one value.</source>
        <translation>입력에는 값이 하나는 있어야 해요.</translation>
    </message>
    <message>
        <source>The inputs in {path} are an array of the shape {shape} and the type {dtype}. Numbers are needed: N images of height × width, or N rows.</source>
        <translation>{path}의 입력은 형상이 {shape}, 자료형이 {dtype}인 배열이에요. 높이 × 너비인 이미지 N장이나 행 N개의 수가 필요해요.</translation>
    </message>
    <message>
        <source>The labels in {path} are an array of the shape {shape} and the type {dtype}, for {examples:,} examples: there must be one whole number for each, or one row of one-hot numbers.</source>
        <translation>{path}의 레이블은 형상이 {shape}, 자료형이 {dtype}인 배열이에요. 샘플 {examples:,}개마다 정수 하나나 원-핫 인코딩한 행 하나가 있어야 해요.</translation>
    </message>
    <message>
        <source>The largest pixel is a whole number, 1 or larger.</source>
        <translation>최대 픽셀 값은 1 이상인 정수여야 해요.</translation>
    </message>
    <message>
        <source>The largest pixel is {largest}, far below 255: the network gets inputs of at most {share:.2g} and would hardly learn. Scale them, so that {largest} means full ink.</source>
        <translation>최대 픽셀 값이 {largest}(이에요/예요). 255보다 훨씬 작아요. 신경망의 입력이 많아야 {share:.2g}(이에요/예요). 이러면 거의 배우지 못해요. 가장 진한 획이 {largest}(이/가) 되도록 맞추세요.</translation>
    </message>
    <message>
        <source>The learning rate is a number above 0, such as 0.1.</source>
        <translation>학습률은 0.1처럼 0보다 큰 수여야 해요.</translation>
    </message>
    <message>
        <source>The learning rate is {value}; it must be a number above 0, such as 0.1.</source>
        <translation>학습률이 {value}(이에요/예요). 0.1처럼 0보다 큰 수여야 해요.</translation>
    </message>
    <message>
        <source>The learning rate {rate:g} is very large, and the units are saturated: try {usual:g}.</source>
        <translation>학습률 {rate:g}(이/가) 아주 커서 뉴런이 포화됐어요. {usual:g}(을/를) 써 보세요.</translation>
    </message>
    <message>
        <source>The learning rate {rate:g} is very small: try {usual:g}.</source>
        <translation>학습률 {rate:g}(은/는) 아주 작아요. {usual:g}(을/를) 써 보세요.</translation>
    </message>
    <message>
        <source>The outputs of a network with a squared error are not probabilities, so there is no confidence to compare with the accuracy. Choose softmax cross entropy as the loss.</source>
        <translation>오차제곱합을 쓰는 신경망의 출력은 확률이 아니라서, 정확도와 비교할 확신도가 없어요. 손실로 Softmax-with-Loss를 고르세요.</translation>
    </message>
    <message>
        <source>The picture has the size that the network takes: it was not scaled.</source>
        <translation>그림의 크기가 신경망이 받는 크기와 같아서 그대로 썼어요.</translation>
    </message>
    <message>
        <source>The picture was taken plainly: its greys, scaled from {height} × {width} to {rows} × {columns}.</source>
        <translation>그림을 있는 그대로 썼어요. 회색조 값은 그대로 두고 크기만 {height} × {width}에서 {rows} × {columns}(으로/로) 바꿨어요.</translation>
    </message>
    <message>
        <source>The pictures in {path} would take about {needed:.1f} GB of memory; at most {limit:.1f} GB are read. Use a part of them.</source>
        <translation>{path}의 그림에는 메모리가 약 {needed:.1f} GB 필요한데, {limit:.1f} GB까지만 읽어요. 일부만 쓰세요.</translation>
    </message>
    <message>
        <source>The pictures were made grey, and {scaled:,} of {total:,} were scaled to {width} × {height}: all must have one size, and {most} pixels a side at most.</source>
        <translation>그림을 회색조로 바꾸고, {total:,}장 중 {scaled:,}장의 크기를 {width} × {height}(으로/로) 바꿨어요. 모두 크기가 같고 한 변이 {most}픽셀 이하여야 해요.</translation>
    </message>
    <message>
        <source>The pictures were made grey. All have {width} × {height} pixels.</source>
        <translation>그림을 회색조로 바꿨어요. 모두 {width} × {height} 픽셀이에요.</translation>
    </message>
    <message>
        <source>The pixels are very dark: say which value means full ink (largest pixel).</source>
        <translation>픽셀이 아주 어두워요. 가장 진한 획의 값(최대 픽셀 값)을 정하세요.</translation>
    </message>
    <message>
        <source>The pixels go from 0 to 1: they were kept in 256 steps.</source>
        <translation>픽셀 값이 0부터 1까지라서 256단계로 나누어 두었어요.</translation>
    </message>
    <message>
        <source>The rate falls every {value} epochs; this must be a whole number, 1 or more.</source>
        <translation>감소 간격이 {value}에폭이에요. 1 이상인 정수여야 해요.</translation>
    </message>
    <message>
        <source>The rate of {name} is the share of units that it drops: from 0 up to, but not including, 1.</source>
        <translation>{name}의 비율은 끄는 뉴런의 비율이에요. 0 이상 1 미만이어야 해요.</translation>
    </message>
    <message>
        <source>The reading of {path} was stopped.</source>
        <translation>{path} 읽기를 중지했어요.</translation>
    </message>
    <message>
        <source>The run was made on “{made}”, not on “{given}”: start a new run.</source>
        <translation>이 학습은 “{given}”(이/가) 아니라 “{made}”(으로/로) 했어요. 새로 학습을 시작하세요.</translation>
    </message>
    <message>
        <source>The run was made with the seed {made}, not with {given}: start a new run.</source>
        <translation>이 학습의 시드는 {given}(이/가) 아니라 {made}(이에요/예요). 새로 학습을 시작하세요.</translation>
    </message>
    <message>
        <source>The run {id} cannot be brought back: the trash in {path} was emptied meanwhile.</source>
        <translation>학습 기록 {id}(을/를) 되돌릴 수 없어요. 그사이 {path}의 휴지통이 비워졌어요.</translation>
    </message>
    <message>
        <source>The run {id} is not in {path} any more: it was deleted.</source>
        <translation>학습 기록 {id}(이/가) {path}에 이제 없어요. 삭제됐어요.</translation>
    </message>
    <message>
        <source>The runs in {path} belong to a newer version of Backprop Lab: they are left alone, and no run is kept there. Use that version, or move the folder elsewhere.</source>
        <translation>{path}의 학습 기록은 더 새로운 버전의 Backprop Lab이 만든 것이에요. 그대로 두고, 거기에는 보관하지 않아요. 그 버전을 쓰거나 폴더를 다른 곳으로 옮기세요.</translation>
    </message>
    <message>
        <source>The runs in {path} cannot be read ({reason}).</source>
        <translation>{path}의 학습 기록을 읽을 수 없어요 ({reason}).</translation>
    </message>
    <message>
        <source>The saved experiment is damaged: {reason}.</source>
        <translation>저장된 실험이 손상됐어요: {reason}.</translation>
    </message>
    <message>
        <source>The saved state of the optimizer lacks {name}. Choose the optimizer with which it was saved, or start anew from the saved weights.</source>
        <translation>최적화 기법의 저장된 상태에 {name}(이/가) 없어요. 저장할 때 쓴 최적화 기법을 고르거나, 저장된 가중치에서 새로 시작하세요.</translation>
    </message>
    <message>
        <source>The seed is a whole number, 0 or larger.</source>
        <translation>시드는 0 이상인 정수여야 해요.</translation>
    </message>
    <message>
        <source>The snapshots would take about {megabytes} MB, and {limit} MB are the limit: take fewer units or fewer images.</source>
        <translation>스냅숏에 메모리가 약 {megabytes} MB 필요한데, 한도는 {limit} MB예요. 뉴런이나 이미지를 줄이세요.</translation>
    </message>
    <message>
        <source>The softmax of {classes} numbers has a local derivative of {classes} × {classes} entries in each row: too large to be shown. Take fewer.</source>
        <translation>수 {classes}개의 소프트맥스는 국소적 미분이 행마다 {classes} × {classes}개나 되어 보여 줄 수 없어요. 수를 줄이세요.</translation>
    </message>
    <message>
        <source>The targets of these data are numbers, not classes, so a prediction is not simply right or wrong. Choose a data set with labels, such as mnist.</source>
        <translation>이 데이터의 정답은 클래스가 아니라 수라서, 예측을 맞고 틀림으로 나눌 수 없어요. mnist처럼 레이블이 있는 데이터셋을 고르세요.</translation>
    </message>
    <message>
        <source>The targets of {data} are numbers, not classes: choose the squared error as the loss.</source>
        <translation>{data}의 정답은 클래스가 아니라 수예요. 손실로 오차제곱합을 고르세요.</translation>
    </message>
    <message>
        <source>The training examples in {path} are {train}, the test examples are {test}: both must have the same size.</source>
        <translation>{path}의 훈련 샘플은 {train}, 시험 샘플은 {test} 크기예요. 둘은 크기가 같아야 해요.</translation>
    </message>
    <message>
        <source>The training runs away: after update {update} its loss is not a number. Lower the rate.</source>
        <translation>학습이 발산해요. {update}번째 갱신 뒤의 손실은 이미 수가 아니에요. 학습률을 낮추세요.</translation>
    </message>
    <message>
        <source>The weight decay is 0 (none) or a small positive number, such as 0.0001.</source>
        <translation>가중치 감소는 0(없음)이거나 0.0001처럼 작은 양수여야 해요.</translation>
    </message>
    <message>
        <source>There are no IDX files in {path}. Choose the folder that has them.</source>
        <translation>{path}에 IDX 파일이 없어요. IDX 파일이 있는 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>There are no data in {path} that can be read. A data set is four IDX files, an .npz file, a CSV file, or a folder with one subfolder of pictures for each class.</source>
        <translation>{path}에 읽을 수 있는 데이터가 없어요. 데이터셋은 IDX 파일 네 개, .npz 파일, CSV 파일, 또는 클래스마다 그림 하위 폴더가 하나씩 있는 폴더예요.</translation>
    </message>
    <message>
        <source>There are no data to train on yet: choose a data set in Data or in Train.</source>
        <translation>아직 학습할 데이터가 없어요. 데이터 화면이나 학습 화면에서 데이터셋을 고르세요.</translation>
    </message>
    <message>
        <source>There can be no folder {path} ({reason}).</source>
        <translation>{path} 폴더를 만들 수 없어요 ({reason}).</translation>
    </message>
    <message>
        <source>There is no data set “{path}”.{hint} A folder with the four IDX files is a data set, too.</source>
        <translation>“{path}” 데이터셋이 없어요.{hint} IDX 파일 네 개가 있는 폴더도 데이터셋으로 쓸 수 있어요.</translation>
    </message>
    <message>
        <source>There is no digit here: the picture is empty. Draw one, dark on light or not.</source>
        <translation>그림이 비어서 숫자가 없어요. 숫자를 그리세요. 바탕은 밝아도 되고 어두워도 돼요.</translation>
    </message>
    <message>
        <source>There is no example {index:,}: those of {data} ({split}) go from 0 to {last:,}.</source>
        <translation>{index:,}번 샘플이 없어요. {data}({split})의 샘플은 0부터 {last:,}까지예요.</translation>
    </message>
    <message>
        <source>There is no example “{name}”.{hint}</source>
        <translation>“{name}”(이라는/라는) 예제가 없어요.{hint}</translation>
    </message>
    <message>
        <source>There is no experiment “{word}” in this version of the program.</source>
        <translation>이 버전의 프로그램에는 “{word}”(이라는/라는) 실험이 없어요.</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>{path} 파일이 없어요. 이름을 확인하세요.</translation>
    </message>
    <message>
        <source>There is no file {path}. Check the name and the folder.</source>
        <translation>{path} 파일이 없어요. 이름과 폴더를 확인하세요.</translation>
    </message>
    <message>
        <source>There is no folder {folder}: make it, or save elsewhere.</source>
        <translation>{folder} 폴더가 없어요. 폴더를 만들거나 다른 곳에 저장하세요.</translation>
    </message>
    <message>
        <source>There is no folder {path}. Check the name.</source>
        <translation>{path} 폴더가 없어요. 이름을 확인하세요.</translation>
    </message>
    <message>
        <source>There is no home folder, and so no runs: set HOME to yours, then try again.</source>
        <translation>홈 폴더가 없어서 학습 기록도 없어요. HOME에 홈 폴더를 지정하고 다시 해 보세요.</translation>
    </message>
    <message>
        <source>There is no home folder: set HOME to yours, then try again.</source>
        <translation>홈 폴더가 없어요. HOME에 홈 폴더를 지정하고 다시 해 보세요.</translation>
    </message>
    <message>
        <source>There is no input `{name}` to set. Inputs: {known}.</source>
        <translation>`{name}`(이라는/라는) 입력이 없어요. 입력: {known}.</translation>
    </message>
    <message>
        <source>There is no network yet: its data are still being read.</source>
        <translation>아직 신경망이 없어요. 데이터를 읽는 중이에요.</translation>
    </message>
    <message>
        <source>There is no picture that can be read in the folders of {path}.</source>
        <translation>{path} 안의 폴더에 읽을 수 있는 그림이 없어요.</translation>
    </message>
    <message>
        <source>There is no preset “{word}”.{hint}</source>
        <translation>“{word}” 프리셋이 없어요.{hint}</translation>
    </message>
    <message>
        <source>There is no run “{word}” in {path}: runs alone lists them.</source>
        <translation>{path}에 “{word}”(이라는/라는) 학습 기록이 없어요. runs만 쓰면 목록이 나와요.</translation>
    </message>
    <message>
        <source>There is no test set: one sixth, {test:,} of {all:,} examples, is kept for the test. It is drawn with a fixed seed, so it is the same each time.</source>
        <translation>시험 데이터가 없어서, 샘플 {all:,}개 중 6분의 1인 {test:,}개를 시험용으로 떼어 놓았어요. 고정된 시드로 뽑으므로 언제나 같아요.</translation>
    </message>
    <message>
        <source>There is no {name} in {path}, gzipped or not. A data set is four files: train-images, train-labels, t10k-images and t10k-labels, each with the ending -idx3-ubyte or -idx1-ubyte.</source>
        <translation>{path}에 {name}(이/가) 없어요. gzip으로 압축한 것도 없어요. 데이터셋은 train-images, train-labels, t10k-images, t10k-labels의 네 파일이고, 이름 끝은 -idx3-ubyte나 -idx1-ubyte예요.</translation>
    </message>
    <message>
        <source>There is not enough memory for {path}. Close other programs, or use a smaller set.</source>
        <translation>{path}(을/를) 읽기에는 메모리가 모자라요. 다른 프로그램을 닫거나 더 작은 데이터셋을 쓰세요.</translation>
    </message>
    <message>
        <source>There is nothing to train yet: add an Affine layer before the loss.</source>
        <translation>아직 학습할 것이 없어요. 손실 앞에 Affine 계층을 추가하세요.</translation>
    </message>
    <message>
        <source>There must be at least one example.</source>
        <translation>샘플이 하나는 있어야 해요.</translation>
    </message>
    <message>
        <source>These data have no classes: their targets are numbers.</source>
        <translation>이 데이터의 정답은 수라서 클래스가 없어요.</translation>
    </message>
    <message>
        <source>This experiment needs data with classes: choose such a data set in Data.</source>
        <translation>이 실험에는 클래스가 있는 데이터가 필요해요. 데이터 화면에서 그런 데이터셋을 고르세요.</translation>
    </message>
    <message>
        <source>This experiment was saved by a newer version of the program: open it there.</source>
        <translation>더 새로운 버전의 프로그램에서 저장한 실험이에요. 그 프로그램에서 여세요.</translation>
    </message>
    <message>
        <source>This is not a description of a network ({detail}).</source>
        <translation>이것은 신경망의 명세가 아니에요 ({detail}).</translation>
    </message>
    <message>
        <source>This is not a description of a training ({detail}).</source>
        <translation>이것은 학습 설정이 아니에요 ({detail}).</translation>
    </message>
    <message>
        <source>This is not a description of an experiment.</source>
        <translation>이것은 실험 설정이 아니에요.</translation>
    </message>
    <message>
        <source>This is not a saved experiment of the Lab: choose another file.</source>
        <translation>실험실에서 저장한 실험이 아니에요. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>This network is not the current one any more: another one took its place.</source>
        <translation>이 신경망은 이제 현재 신경망이 아니에요. 다른 신경망으로 바뀌었어요.</translation>
    </message>
    <message>
        <source>This network is not the one that was trained: start a new run.</source>
        <translation>이 신경망은 학습한 신경망이 아니에요. 새로 학습을 시작하세요.</translation>
    </message>
    <message>
        <source>This network takes {given} numbers that are not an image, so it cannot look at a picture. Choose one that was trained on images, such as the preset two-layer.</source>
        <translation>이 신경망은 이미지가 아닌 수 {given}개를 받아서 그림을 볼 수 없어요. 프리셋 two-layer처럼 이미지로 학습한 신경망을 고르세요.</translation>
    </message>
    <message>
        <source>This number is too large: write one of 18 digits at most.</source>
        <translation>수가 너무 커요. 18자리까지만 쓰세요.</translation>
    </message>
    <message>
        <source>This surface takes about {times} times the work that is the limit here: take fewer images, units or updates, or a lower resolution.</source>
        <translation>이 곡면의 계산량은 한도의 약 {times}배예요. 이미지나 뉴런, 갱신을 줄이거나 해상도를 낮추세요.</translation>
    </message>
    <message>
        <source>To export takes one run and a file: write export RUN --to FILE.</source>
        <translation>내보내려면 학습 기록 하나와 파일이 필요해요. export RUN --to FILE이라고 쓰세요.</translation>
    </message>
    <message>
        <source>To list takes no run: write show RUN for one of them.</source>
        <translation>목록에는 학습 기록을 지정하지 않아요. 하나만 보려면 show RUN이라고 쓰세요.</translation>
    </message>
    <message>
        <source>Train for at least 1 epoch.</source>
        <translation>1에폭 이상 학습하세요.</translation>
    </message>
    <message>
        <source>Train for at least 1 iteration.</source>
        <translation>1번 이상 반복하세요.</translation>
    </message>
    <message>
        <source>Unknown form of the squared error: “{word}”.{hint}</source>
        <translation>알 수 없는 오차제곱합의 형태: “{word}”.{hint}</translation>
    </message>
    <message>
        <source>Unknown kind of initial weights: “{word}”.{hint}</source>
        <translation>알 수 없는 가중치 초깃값: “{word}”.{hint}</translation>
    </message>
    <message>
        <source>Unknown layer: “{word}”.{hint}</source>
        <translation>알 수 없는 계층: “{word}”.{hint}</translation>
    </message>
    <message>
        <source>Unknown learning rate schedule: “{word}”.{hint}</source>
        <translation>알 수 없는 학습률 스케줄: “{word}”.{hint}</translation>
    </message>
    <message>
        <source>Unknown loss: “{word}”.{hint}</source>
        <translation>알 수 없는 손실: “{word}”.{hint}</translation>
    </message>
    <message>
        <source>Unknown optimizer: “{word}”.{hint}</source>
        <translation>알 수 없는 최적화 기법: “{word}”.{hint}</translation>
    </message>
    <message>
        <source>Unknown unit of length: “{word}”.{hint}</source>
        <translation>알 수 없는 길이의 단위: “{word}”.{hint}</translation>
    </message>
    <message>
        <source>Unknown way to draw batches: “{word}”.{hint}</source>
        <translation>알 수 없는 미니배치 추출 방법: “{word}”.{hint}</translation>
    </message>
    <message>
        <source>Weights that begin at 0 stay alike: take He or Xavier initial weights.</source>
        <translation>0에서 시작한 가중치는 계속 서로 같아요. He 초깃값이나 Xavier 초깃값을 쓰세요.</translation>
    </message>
    <message>
        <source>What comes in from the border was left out.</source>
        <translation>가장자리에서 들어온 것은 뺐어요.</translation>
    </message>
    <message>
        <source>Which run? Write {action} RUN; runs alone lists them.</source>
        <translation>어느 학습 기록인가요? {action} RUN이라고 쓰세요. runs만 쓰면 목록이 나와요.</translation>
    </message>
    <message>
        <source>With {name}, this network needs {size:.1f} GB while it trains; the limit is {limit:.0f} GB. Give it fewer units.</source>
        <translation>{name} 때문에 이 신경망을 학습하는 데 메모리가 {size:.1f} GB 필요해요. 한도는 {limit:.0f} GB예요. 뉴런을 줄이세요.</translation>
    </message>
    <message>
        <source>`{name}` is computed, and only inputs can be set.</source>
        <translation>`{name}`(은/는) 계산한 값이에요. 입력의 값만 바꿀 수 있어요.</translation>
    </message>
    <message>
        <source>`{node}` has more than two axes: choose a matrix product.</source>
        <translation>`{node}`(은/는) 축이 세 개 이상이에요. 행렬 곱을 고르세요.</translation>
    </message>
    <message>
        <source>`{node}` has no output [{row}, {column}]: it has {rows} rows and {columns} columns.</source>
        <translation>`{node}`에는 출력 [{row}, {column}](이/가) 없어요. 행은 {rows}개, 열은 {columns}개예요.</translation>
    </message>
    <message>
        <source>`{node}` is not an Affine node: it has no products to show.</source>
        <translation>`{node}`(은/는) Affine 노드가 아니어서 보여 줄 곱이 없어요.</translation>
    </message>
    <message>
        <source>`{node}` is not made of parts: {operation} is a single operation.</source>
        <translation>`{node}`(은/는) 펼칠 수 없어요. {operation}(은/는) 연산 하나예요.</translation>
    </message>
    <message>
        <source>`{node}` is not open.</source>
        <translation>`{node}`(은/는) 펼쳐져 있지 않아요.</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>수</translation>
    </message>
    <message>
        <source>f has {count} operations, and {limit} are the limit.</source>
        <translation>f에 연산이 {count}개 있는데, 한도는 {limit}개예요.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>(식의 끝)</translation>
    </message>
    <message>
        <source>{count:,} of {classes:,} classes have no training example: {names}.</source>
        <translation>클래스 {classes:,}개 중 {count:,}개에 훈련 샘플이 없어요: {names}.</translation>
    </message>
    <message>
        <source>{count:,} of {total:,} examples have one value in all places: an empty image says nothing of its class.</source>
        <translation>샘플 {total:,}개 중 {count:,}개는 모든 자리의 값이 같아요. 빈 이미지로는 클래스를 알 수 없어요.</translation>
    </message>
    <message>
        <source>{count} digits were found. As MNIST&apos;s makers did, the dark ink of each was cropped, scaled, and centred by its mass on {rows} × {columns}.</source>
        <translation>숫자 {count}개를 찾았어요. MNIST를 만든 방법대로 각 숫자의 어두운 획을 잘라 내어 크기를 맞추고, 무게 중심이 {rows} × {columns}의 한가운데에 오게 했어요.</translation>
    </message>
    <message>
        <source>{count} digits were found. As MNIST&apos;s makers did, the light ink of each was cropped, scaled, and centred by its mass on {rows} × {columns}.</source>
        <translation>숫자 {count}개를 찾았어요. MNIST를 만든 방법대로 각 숫자의 밝은 획을 잘라 내어 크기를 맞추고, 무게 중심이 {rows} × {columns}의 한가운데에 오게 했어요.</translation>
    </message>
    <message>
        <source>{data} gives {given} values for each example, but the network takes {taken}: choose data of that size, or train a network for these.</source>
        <translation>{data}에는 샘플마다 값이 {given}개 있지만 신경망은 {taken}개를 받아요. 크기가 맞는 데이터를 고르거나, 이 데이터에 맞는 신경망을 학습하세요.</translation>
    </message>
    <message>
        <source>{data} gives {given} values for each example, but the network takes {taken}: set the input to {given}.</source>
        <translation>{data}에는 샘플마다 값이 {given}개 있지만 신경망은 {taken}개를 받아요. 입력 크기를 {given}(으로/로) 바꾸세요.</translation>
    </message>
    <message>
        <source>{data} has no test set: take --split train.</source>
        <translation>{data}에는 시험 데이터가 없어요. --split train을 쓰세요.</translation>
    </message>
    <message>
        <source>{data} has {classes} classes, but the network tells {known} apart: choose data with as many, or train a network for these.</source>
        <translation>{data}에는 클래스가 {classes}개 있지만 신경망은 {known}개를 구별해요. 클래스 수가 같은 데이터를 고르거나, 이 데이터에 맞는 신경망을 학습하세요.</translation>
    </message>
    <message>
        <source>{data} has {given} training examples, but the run was made with {made}: start a new run.</source>
        <translation>{data}에는 훈련 샘플이 {given}개 있지만 이 학습은 {made}개로 했어요. 새로 학습을 시작하세요.</translation>
    </message>
    <message>
        <source>{data} needs {needed} outputs, but the last Affine layer gives {given}: set its units to {needed}.</source>
        <translation>{data}에는 출력이 {needed}개 필요한데 마지막 Affine 계층은 {given}개를 내보내요. 뉴런 수를 {needed}(으로/로) 바꾸세요.</translation>
    </message>
    <message>
        <source>{depth} layers of {width} for {inputs} inputs take about {megabytes} MB, and {limit} MB are the limit: take fewer layers, units or inputs.</source>
        <translation>입력 {inputs}개에 뉴런 {width}개짜리 계층 {depth}개면 메모리가 약 {megabytes} MB 필요한데, 한도는 {limit} MB예요. 계층이나 뉴런, 입력을 줄이세요.</translation>
    </message>
    <message>
        <source>{examples} examples need as many targets, not {targets}.</source>
        <translation>샘플 {examples}개에는 정답도 같은 수만큼 있어야 하는데 {targets}개예요.</translation>
    </message>
    <message>
        <source>{first} and {second}</source>
        <translation>{first}(과/와) {second}</translation>
    </message>
    <message>
        <source>{made} iterations have been made already: the total must be larger than that.</source>
        <translation>이미 {made}번 반복했어요. 전체 반복 수는 이보다 커야 해요.</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}.</source>
        <translation>{name}(을/를) 읽지 못했어요: {reason}.</translation>
    </message>
    <message>
        <source>{name} ended before there was a network.</source>
        <translation>{name}(은/는) 신경망이 만들어지기 전에 끝났어요.</translation>
    </message>
    <message>
        <source>{name} expects {expected} inputs, but the layer before it gives {given}.</source>
        <translation>{name}(은/는) 입력 {expected}개를 받는데 앞 계층은 {given}개를 내보내요.</translation>
    </message>
    <message>
        <source>{name} has no gradient to send back: its slope is 0 wherever it has one. Train with Sigmoid in its place.</source>
        <translation>{name}에는 거꾸로 보낼 기울기가 없어요. 미분값이 있는 곳에서는 모두 0이에요. 대신 시그모이드로 학습하세요.</translation>
    </message>
    <message>
        <source>{name} has {units} units, but its given weights have {given}.</source>
        <translation>{name}의 뉴런은 {units}개인데 지정한 가중치의 뉴런은 {given}개예요.</translation>
    </message>
    <message>
        <source>{name} in {path} holds Python objects, which are never unpickled. Save it as an array of numbers.</source>
        <translation>{path}의 {name}에는 Python 객체가 들어 있어요. 객체는 안전을 위해 읽지 않아요. 수의 배열로 저장하세요.</translation>
    </message>
    <message>
        <source>{name} in {path} promises {promised:,} bytes ({shape}); at most {limit:,} are read. Use a part of the data set.</source>
        <translation>{path}의 {name}(은/는) {promised:,}바이트({shape})인데, {limit:,}바이트까지만 읽어요. 데이터셋의 일부만 쓰세요.</translation>
    </message>
    <message>
        <source>{name} needs a finite slope, such as 0.01.</source>
        <translation>{name}의 기울기는 0.01처럼 유한한 수여야 해요.</translation>
    </message>
    <message>
        <source>{name} needs at least 1 unit, not {units}.</source>
        <translation>{name}에는 뉴런이 1개 이상 있어야 해요. {units}개로는 안 돼요.</translation>
    </message>
    <message>
        <source>{operation} has no axis {axis} to go along in {shape}.</source>
        <translation>{operation}: 형상 {shape}에는 축 {axis}(이/가) 없어요.</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}).</source>
        <translation>{path}(을/를) 읽을 수 없어요 ({reason}).</translation>
    </message>
    <message>
        <source>{path} cannot be read: the name, note and pin of that run are not known, and it is not thinned out. Its network is whole. Give the run a name, and it has a record again.</source>
        <translation>{path}(을/를) 읽을 수 없어서 그 학습 기록의 이름, 메모, 고정 여부를 알 수 없어요. 이 기록은 공간이 모자라도 지우지 않아요. 신경망은 온전해요. 이름을 붙이면 정보가 다시 생겨요.</translation>
    </message>
    <message>
        <source>{path} cannot be written ({reason}): save it elsewhere.</source>
        <translation>{path}에 쓸 수 없어요 ({reason}). 다른 곳에 저장하세요.</translation>
    </message>
    <message>
        <source>{path} could not be read ({reason}). Check the disk, or copy the file elsewhere.</source>
        <translation>{path}(을/를) 읽지 못했어요 ({reason}). 디스크를 확인하거나 파일을 다른 곳에 복사하세요.</translation>
    </message>
    <message>
        <source>{path} describes a network that cannot be built: {reason}</source>
        <translation>{path}에 적힌 신경망은 만들 수 없어요. {reason}</translation>
    </message>
    <message>
        <source>{path} does not fit together: {name} has the shape {found}, but its network needs {needed}.</source>
        <translation>{path}의 내용이 서로 맞지 않아요. {name}의 형상은 {found}인데, 신경망에는 {needed}(이/가) 필요해요.</translation>
    </message>
    <message>
        <source>{path} goes on after the {promised:,} bytes that its header promises: it is damaged, or two files were joined. Fetch it again.</source>
        <translation>{path}의 데이터가 머리말에 적힌 {promised:,}바이트보다 길어요. 손상됐거나 두 파일이 합쳐진 것 같아요. 다시 내려받으세요.</translation>
    </message>
    <message>
        <source>{path} has about {rows:,} rows of {columns:,} numbers, which would take {needed:.1f} GB of memory; at most {limit:.1f} GB are read. Use a part of it, about {fewer:,} rows.</source>
        <translation>{path}에는 수 {columns:,}개짜리 행이 약 {rows:,}개 있어서 메모리가 {needed:.1f} GB 필요한데, {limit:.1f} GB까지만 읽어요. 약 {fewer:,}행만 쓰세요.</translation>
    </message>
    <message>
        <source>{path} has format version {version}; this program reads versions 1 to {known}. Open it with the version of Backprop Lab that saved it.</source>
        <translation>{path}의 형식 버전은 {version}인데, 이 프로그램은 버전 1부터 {known}까지 읽어요. 저장할 때 쓴 버전의 Backprop Lab으로 여세요.</translation>
    </message>
    <message>
        <source>{path} has made its {made:,} iterations: say with --iterations or --epochs how many it is to make in all, those among them.</source>
        <translation>{path}(은/는) 정해진 {made:,}번을 이미 다 반복했어요. 그것까지 모두 몇 번 반복할지 --iterations나 --epochs로 정하세요.</translation>
    </message>
    <message>
        <source>{path} has no arrays x_train and y_train, but {names}. Save it with numpy.savez(file, x_train=…, y_train=…, x_test=…, y_test=…).</source>
        <translation>{path}에 배열 x_train과 y_train이 없어요. 들어 있는 것: {names}. numpy.savez(file, x_train=…, y_train=…, x_test=…, y_test=…)로 저장하세요.</translation>
    </message>
    <message>
        <source>{path} has no rows. Choose another file.</source>
        <translation>{path}에 행이 없어요. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>{path} has {columns:,} columns; at most {limit:,} are read, the pixels of an image of 512 × 512. Make the images smaller, or leave columns out.</source>
        <translation>{path}에 열이 {columns:,}개 있어요. 512 × 512 이미지의 픽셀 수인 {limit:,}개까지만 읽어요. 이미지를 줄이거나 열을 빼세요.</translation>
    </message>
    <message>
        <source>{path} has {labels:,} labels, but {other} has {images:,} images: there must be one for each. Take both files from the same data set.</source>
        <translation>{path}의 레이블은 {labels:,}개인데 {other}의 이미지는 {images:,}장이에요. 이미지마다 레이블이 하나씩 있어야 해요. 두 파일을 같은 데이터셋에서 가져오세요.</translation>
    </message>
    <message>
        <source>{path} holds an array of {found} dimensions ({shape}), but one of {expected} belongs here: images have 3 and labels 1. Check that two files were not exchanged or renamed.</source>
        <translation>{path}의 배열은 {found}차원({shape})인데 {expected}차원이어야 해요. 이미지는 3차원, 레이블은 1차원이에요. 두 파일이 뒤바뀌거나 이름이 바뀌지 않았는지 확인하세요.</translation>
    </message>
    <message>
        <source>{path} holds numbers of type {dtype}, but images are unsigned bytes, 0 to 255. Convert it to uint8 first.</source>
        <translation>{path}에 있는 수의 자료형은 {dtype}인데, 이미지는 0부터 255까지의 부호 없는 바이트여야 해요. 먼저 uint8로 바꾸세요.</translation>
    </message>
    <message>
        <source>{path} holds numbers of type {dtype}, but labels are whole numbers 0, 1, 2, …. Convert it to uint8 first.</source>
        <translation>{path}에 있는 수의 자료형은 {dtype}인데, 레이블은 0, 1, 2, …처럼 정수여야 해요. 먼저 uint8로 바꾸세요.</translation>
    </message>
    <message>
        <source>{path} holds numbers that are not finite. Replace them, or leave their rows out.</source>
        <translation>{path}에 유한하지 않은 수가 있어요. 그 수를 바꾸거나 그 행을 빼세요.</translation>
    </message>
    <message>
        <source>{path} holds several data sets: {names}. Choose one of the folders, or one of the files.</source>
        <translation>{path}에 데이터셋이 여러 개 있어요: {names}. 폴더 하나나 파일 하나를 고르세요.</translation>
    </message>
    <message>
        <source>{path} is a device, a pipe or a socket, and not a file: name a .blab file.</source>
        <translation>{path}(은/는) 파일이 아니라 장치나 파이프, 소켓이에요. .blab 파일의 이름을 쓰세요.</translation>
    </message>
    <message>
        <source>{path} is a folder of pictures, which the engine alone does not read: open it with adapters.data_sets.open_data_set.</source>
        <translation>{path}(은/는) 그림 폴더인데, 엔진만으로는 읽지 못해요. adapters.data_sets.open_data_set으로 여세요.</translation>
    </message>
    <message>
        <source>{path} is a folder, not a model file.</source>
        <translation>{path}(은/는) 모델 파일이 아니라 폴더예요.</translation>
    </message>
    <message>
        <source>{path} is a folder. Choose one of the files in it.</source>
        <translation>{path}(은/는) 폴더예요. 그 안의 파일 하나를 고르세요.</translation>
    </message>
    <message>
        <source>{path} is a folder: give the model a name in it, such as my.blab.</source>
        <translation>{path}(은/는) 폴더예요. my.blab처럼 그 안에 저장할 모델의 이름을 쓰세요.</translation>
    </message>
    <message>
        <source>{path} is a link that leads to itself: save it elsewhere.</source>
        <translation>{path}(은/는) 자기 자신을 가리키는 링크예요. 다른 곳에 저장하세요.</translation>
    </message>
    <message>
        <source>{path} is cut short: {promised:,} bytes should be there, and {present:,} are. Fetch it again.</source>
        <translation>{path}(이/가) 중간에 잘렸어요. {promised:,}바이트여야 하는데 {present:,}바이트뿐이에요. 다시 내려받으세요.</translation>
    </message>
    <message>
        <source>{path} is damaged ({member} is missing or unreadable): open another copy of it, or train again.</source>
        <translation>{path}(이/가) 손상됐어요({member}(이/가) 없거나 읽을 수 없어요). 다른 사본을 열거나 다시 학습하세요.</translation>
    </message>
    <message>
        <source>{path} is damaged, and no run is kept there: delete this file. The runs beside it stay.</source>
        <translation>{path}(이/가) 손상되어 학습 기록을 보관하지 못해요. 이 파일을 지우세요. 옆에 있는 학습 기록은 그대로 남아요.</translation>
    </message>
    <message>
        <source>{path} is empty ({shape}): there must be at least one image of one pixel.</source>
        <translation>{path}(이/가) 비어 있어요({shape}). 픽셀이 하나라도 있는 이미지가 한 장은 있어야 해요.</translation>
    </message>
    <message>
        <source>{path} is empty. Choose another file.</source>
        <translation>{path}(이/가) 비어 있어요. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>{path} is empty. Fetch it again.</source>
        <translation>{path}(이/가) 비어 있어요. 다시 내려받으세요.</translation>
    </message>
    <message>
        <source>{path} is not a model file, or it is cut short: open another copy of it, or train again.</source>
        <translation>{path}(은/는) 모델 파일이 아니거나 중간에 잘렸어요. 다른 사본을 열거나 다시 학습하세요.</translation>
    </message>
    <message>
        <source>{path} is not a table of examples. Each line has a label and the numbers of one example, with commas, semicolons or tabs between them; a heading may name the column “label”.</source>
        <translation>{path}(은/는) 샘플의 표가 아니에요. 줄마다 샘플 하나의 레이블과 수를 쓰고, 쉼표나 세미콜론, 탭으로 나누세요. 제목 줄에서 레이블 열의 이름을 “label”로 쓸 수 있어요.</translation>
    </message>
    <message>
        <source>{path} is not an .npz file, or is damaged. Fetch or save it again.</source>
        <translation>{path}(은/는) .npz 파일이 아니거나 손상됐어요. 다시 내려받거나 다시 저장하세요.</translation>
    </message>
    <message>
        <source>{path} is not an IDX file (it begins with {magic}). Choose a file such as train-images-idx3-ubyte, as MNIST is published, gzipped or not.</source>
        <translation>{path}(은/는) IDX 파일이 아니에요({magic}(으로/로) 시작해요). MNIST가 배포되는 train-images-idx3-ubyte 같은 파일을 고르세요. gzip으로 압축한 것도 돼요.</translation>
    </message>
    <message>
        <source>{path} is not an ordinary file. Choose a file of data.</source>
        <translation>{path}(은/는) 일반 파일이 아니에요. 데이터 파일을 고르세요.</translation>
    </message>
    <message>
        <source>{path} is not an ordinary file. Choose an IDX file.</source>
        <translation>{path}(은/는) 일반 파일이 아니에요. IDX 파일을 고르세요.</translation>
    </message>
    <message>
        <source>{path} is written neither in UTF-8 nor in cp949. Save it as “CSV UTF-8”.</source>
        <translation>{path}의 인코딩이 UTF-8도 cp949도 아니에요. “CSV UTF-8”로 저장하세요.</translation>
    </message>
    <message>
        <source>{path} may not be read. Give yourself the right to read it, or copy it elsewhere.</source>
        <translation>{path}(을/를) 읽을 권한이 없어요. 읽기 권한을 주거나 다른 곳에 복사하세요.</translation>
    </message>
    <message>
        <source>{path} names {names:,} classes, but the data have {classes:,}: it is not used.</source>
        <translation>{path}에는 클래스 이름이 {names:,}개 있지만 데이터의 클래스는 {classes:,}개예요. 이 파일은 쓰지 않아요.</translation>
    </message>
    <message>
        <source>{path} promises {promised:,} bytes of data ({shape}); at most {limit:,} are read. Use a part of the data set.</source>
        <translation>{path}의 데이터는 {promised:,}바이트({shape})인데, {limit:,}바이트까지만 읽어요. 데이터셋의 일부만 쓰세요.</translation>
    </message>
    <message>
        <source>{path} would unfold from {stored:,} bytes to {promised:,}: almost all of them are one value. If that is meant, save it without compression.</source>
        <translation>{path}의 압축을 풀면 {stored:,}바이트가 {promised:,}바이트가 돼요. 거의 모두 같은 값이에요. 맞는 파일이라면 압축하지 않고 저장하세요.</translation>
    </message>
    <message>
        <source>{shared:,} of {total:,} test examples stand in the training set, too: the network is tested on what it has learned, and the test accuracy is too good.</source>
        <translation>시험 샘플 {total:,}개 중 {shared:,}개가 훈련 데이터에도 있어요. 배운 것으로 시험하게 되어 시험 정확도가 실제보다 높게 나와요.</translation>
    </message>
    <message>
        <source>{value} cannot be used here: take a number from {low} to {high}.</source>
        <translation>{value}(은/는) 여기에 쓸 수 없어요. {low}부터 {high}까지의 수를 쓰세요.</translation>
    </message>
    <message>
        <source>“affine” needs its number of units, such as “affine:80”.</source>
        <translation>“affine”에는 “affine:80”처럼 뉴런 수를 써야 해요.</translation>
    </message>
    <message>
        <source>“{kind}” takes no number: write “{kind}”, not “{word}”.</source>
        <translation>“{kind}”에는 수를 쓰지 않아요. “{word}” 대신 “{kind}”만 쓰세요.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read as {kind}: it is damaged, or stored in a rare way. Open it in an image viewer, and save it as PNG.</source>
        <translation>“{name}”(을/를) {kind}(으로/로) 읽을 수 없어요. 손상됐거나 드문 방식으로 저장된 파일이에요. 그림 뷰어에서 열어 PNG로 저장하세요.</translation>
    </message>
    <message>
        <source>“{name}” has no value here: f may use {known}.</source>
        <translation>여기서는 “{name}”의 값이 없어요. f에는 {known}만 쓸 수 있어요.</translation>
    </message>
    <message>
        <source>“{name}” has {size:,} bytes; at most {most:,} are read. Make the picture smaller.</source>
        <translation>“{name}”(은/는) {size:,}바이트인데, {most:,}바이트까지만 읽어요. 그림을 더 작게 하세요.</translation>
    </message>
    <message>
        <source>“{name}” is empty. Choose a picture.</source>
        <translation>“{name}”(이/가) 비어 있어요. 그림을 고르세요.</translation>
    </message>
    <message>
        <source>“{name}” is in the format {kind}. Only PNG, JPEG, BMP, GIF, WebP and TIFF are read: save the picture as one of these.</source>
        <translation>“{name}”의 형식은 {kind}(이에요/예요). PNG, JPEG, BMP, GIF, WebP, TIFF만 읽어요. 이 중 하나로 그림을 저장하세요.</translation>
    </message>
    <message>
        <source>“{name}” is not a file. Choose a picture, such as a PNG file.</source>
        <translation>“{name}”(은/는) 파일이 아니에요. PNG 파일 같은 그림을 고르세요.</translation>
    </message>
    <message>
        <source>“{name}” is not a picture that can be read: choose a PNG, JPEG, BMP, GIF, WebP or TIFF file.</source>
        <translation>“{name}”(은/는) 읽을 수 있는 그림이 아니에요. PNG, JPEG, BMP, GIF, WebP, TIFF 파일을 고르세요.</translation>
    </message>
    <message>
        <source>“{name}” is too large: make the picture smaller, {most:,} pixels in all at most.</source>
        <translation>“{name}”(이/가) 너무 커요. 모두 {most:,}픽셀 이하로 줄이세요.</translation>
    </message>
    <message>
        <source>“{name}” mixes several numbers. Here f is computed for each number by itself.</source>
        <translation>“{name}”(은/는) 여러 수를 섞어요. 여기서는 f를 수마다 따로 계산해요.</translation>
    </message>
    <message>
        <source>“{name}” takes every value here: do not give it one.</source>
        <translation>여기서는 “{name}”에 모든 값이 들어가요. 값을 따로 주지 마세요.</translation>
    </message>
    <message>
        <source>“{name}” took longer than {seconds:g} s to read, which was stopped: save the picture smaller, as PNG.</source>
        <translation>“{name}”(을/를) 읽는 데 {seconds:g}초가 넘게 걸려서 멈췄어요. 그림을 더 작게, PNG로 저장하세요.</translation>
    </message>
    <message>
        <source>“{number}” in “{word}” is not a number that {kind} can take.</source>
        <translation>“{word}”의 “{number}”(은/는) {kind}에 쓸 수 있는 수가 아니에요.</translation>
    </message>
    <message>
        <source>“{word}” is a loss: put it last.</source>
        <translation>“{word}”(은/는) 손실이에요. 맨 뒤에 쓰세요.</translation>
    </message>
    <message>
        <source>“{word}” may be each of these runs: {ids}. Write the id of one.</source>
        <translation>“{word}”에 맞는 학습 기록이 여러 개예요: {ids}. 그중 하나의 id를 쓰세요.</translation>
    </message>
</context>
<context>
    <name>examples</name>
    <message>
        <source>A batch of two rows through X · W + B; the bias adds up over the batch.</source>
        <translation>두 행짜리 미니배치로 X · W + B를 계산해요. 편향의 기울기는 미니배치 전체에 걸쳐 더해져요.</translation>
    </message>
    <message>
        <source>A handwritten digit through 784-80-10, with ReLU and softmax cross entropy.</source>
        <translation>손글씨 숫자 하나가 784-80-10 신경망을 지나요. ReLU와 Softmax-with-Loss를 써요.</translation>
    </message>
    <message>
        <source>A neuron</source>
        <translation>뉴런 하나</translation>
    </message>
    <message>
        <source>A product passes the gradient on, multiplied by the other factor.</source>
        <translation>곱셈은 기울기에 다른 인수를 곱해 흘려보내요.</translation>
    </message>
    <message>
        <source>A sum passes the gradient on unchanged.</source>
        <translation>덧셈은 기울기를 그대로 흘려보내요.</translation>
    </message>
    <message>
        <source>A switch in the wire: the gradient flows only where the input was above 0.</source>
        <translation>연결선의 스위치예요. 입력이 0보다 컸던 곳으로만 기울기가 흘러요.</translation>
    </message>
    <message>
        <source>A value used several times</source>
        <translation>여러 번 쓰는 값</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>덧셈</translation>
    </message>
    <message>
        <source>Affine</source>
        <translation>Affine</translation>
    </message>
    <message>
        <source>Apple</source>
        <translation>사과</translation>
    </message>
    <message>
        <source>Apple and orange</source>
        <translation>사과와 귤</translation>
    </message>
    <message>
        <source>Cross entropy</source>
        <translation>교차 엔트로피 오차</translation>
    </message>
    <message>
        <source>Half the sum of the squared errors: its gradient is the error itself.</source>
        <translation>오차 제곱의 합을 반으로 나눠요. 기울기는 오차 그대로예요.</translation>
    </message>
    <message>
        <source>Multiply</source>
        <translation>곱셈</translation>
    </message>
    <message>
        <source>One matrix of weights, softmax and cross entropy: the book&apos;s smallest network.</source>
        <translation>가중치 행렬 하나와 소프트맥스, 교차 엔트로피 오차: 책에서 가장 작은 신경망이에요.</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>Scores become probabilities that add up to 1, without overflow.</source>
        <translation>점수를 합이 1인 확률로 바꿔요. 오버플로는 일어나지 않아요.</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>시그모이드</translation>
    </message>
    <message>
        <source>Sigmoid, in parts</source>
        <translation>시그모이드, 펼친 것</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>소프트맥스</translation>
    </message>
    <message>
        <source>Softmax and cross entropy together send back y − t.</source>
        <translation>소프트맥스와 교차 엔트로피 오차를 합치면 y − t가 거꾸로 나와요.</translation>
    </message>
    <message>
        <source>Softmax cross entropy</source>
        <translation>Softmax-with-Loss</translation>
    </message>
    <message>
        <source>Softmax that overflows</source>
        <translation>오버플로하는 소프트맥스</translation>
    </message>
    <message>
        <source>Squared error</source>
        <translation>오차제곱합</translation>
    </message>
    <message>
        <source>The hyperbolic tangent: steepest at 0, flat where it saturates.</source>
        <translation>쌍곡탄젠트예요. 0에서 가장 가파르고, 포화하는 곳에서 평평해요.</translation>
    </message>
    <message>
        <source>The same network without the ε in the logarithm, with weights chosen so that the softmax gives the output that the study notes print.</source>
        <translation>같은 신경망이지만 로그에 ε이 없어요. 소프트맥스가 공부 노트에 적힌 출력을 내도록 가중치를 골랐어요.</translation>
    </message>
    <message>
        <source>The sigmoid as ×(−1), exp, +1 and 1/x: the parts multiply to y(1 − y).</source>
        <translation>×(−1), exp, +1, 1/x로 나눈 시그모이드예요. 모두 곱하면 y(1 − y)가 돼요.</translation>
    </message>
    <message>
        <source>The whole sigmoid as one node, whose local derivative is y(1 − y).</source>
        <translation>시그모이드 전체를 노드 하나로 봐요. 국소적 미분은 y(1 − y)예요.</translation>
    </message>
    <message>
        <source>Three-layer network</source>
        <translation>3층 신경망</translation>
    </message>
    <message>
        <source>Two apples and three oranges, with tax: a sum between products.</source>
        <translation>사과 두 개와 귤 세 개, 그리고 소비세: 곱셈 사이에 덧셈이 있어요.</translation>
    </message>
    <message>
        <source>Two apples at 100 each, with 10 % tax: how does each number move the price?</source>
        <translation>한 개에 100원인 사과 두 개, 소비세 10 %. 각 수가 가격을 얼마나 바꿀까요?</translation>
    </message>
    <message>
        <source>Two inputs through layers of three, two and two units, with sigmoids between.</source>
        <translation>입력 두 개가 뉴런 세 개, 두 개, 두 개인 계층을 지나요. 사이에 시그모이드가 있어요.</translation>
    </message>
    <message>
        <source>Two inputs, two weights, a bias and a sigmoid: the unit of every network.</source>
        <translation>입력 두 개, 가중치 두 개, 편향과 시그모이드. 모든 신경망의 기본 단위예요.</translation>
    </message>
    <message>
        <source>Two-layer network, one digit</source>
        <translation>2층 신경망, 숫자 하나</translation>
    </message>
    <message>
        <source>XOR as AND(NAND, OR): two layers can do what one perceptron cannot. A step sends nothing back.</source>
        <translation>AND(NAND, OR)로 만든 XOR이에요. 퍼셉트론 하나로 못 하는 일을 2층으로는 할 수 있어요. 계단 함수는 아무것도 거꾸로 보내지 않아요.</translation>
    </message>
    <message>
        <source>XOR from gates</source>
        <translation>게이트로 만든 XOR</translation>
    </message>
    <message>
        <source>exp(1010) is too large for float64: inf ÷ inf is nan. Watch where it begins.</source>
        <translation>exp(1010)은 float64에 담기에 너무 커요. inf ÷ inf는 nan이에요. 어디서 시작되는지 보세요.</translation>
    </message>
    <message>
        <source>simpleNet</source>
        <translation>simpleNet</translation>
    </message>
    <message>
        <source>simpleNet of the study notes</source>
        <translation>공부 노트의 simpleNet</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>쌍곡탄젠트</translation>
    </message>
    <message>
        <source>x goes three ways, and its gradient is the sum of what comes back on each.</source>
        <translation>x가 세 갈래로 흘러가고, 기울기는 갈래마다 돌아온 값의 합이에요.</translation>
    </message>
    <message>
        <source>−log of the probability of the right class: the other classes do not count.</source>
        <translation>정답 클래스의 확률에 −log를 취해요. 다른 클래스는 관계없어요.</translation>
    </message>
</context>
<context>
    <name>faults</name>
    <message>
        <source>= in place of +=</source>
        <translation>+= 대신 =</translation>
    </message>
    <message>
        <source>A transpose is missing</source>
        <translation>전치 빠짐</translation>
    </message>
    <message>
        <source>Each factor of a product gets the other one. Here ∂L/∂γ was multiplied by γ itself in place of the normalized x, and what goes on from there is wrong as well.</source>
        <translation>곱셈에서는 각 인수의 기울기에 다른 인수를 곱해야 해요. 여기서는 ∂L/∂γ에 정규화한 x 대신 γ 자신을 곱했고, 거기서 이어지는 값도 틀려요.</translation>
    </message>
    <message>
        <source>Factors of × swapped</source>
        <translation>×의 인수가 뒤바뀜</translation>
    </message>
    <message>
        <source>Forward divides by 1 − rate, backward did not: all before this layer is too small by that factor.</source>
        <translation>순전파에서는 1 − 비율로 나누는데 역전파에서는 나누지 않았어요. 이 계층 앞의 기울기가 모두 그만큼 작아요.</translation>
    </message>
    <message>
        <source>Not divided by the batch size</source>
        <translation>미니배치 크기로 나누지 않음</translation>
    </message>
    <message>
        <source>Softmax over the whole batch</source>
        <translation>미니배치 전체의 소프트맥스</translation>
    </message>
    <message>
        <source>The factor 2 of the deep net</source>
        <translation>깊은 신경망의 2배</translation>
    </message>
    <message>
        <source>The factor of dropout forgotten</source>
        <translation>드롭아웃 배수를 잊음</translation>
    </message>
    <message>
        <source>The loss is a mean over N examples, its gradient was a sum: every array is N times too large.</source>
        <translation>손실은 샘플 N개의 평균인데 기울기는 합이었어요. 모든 배열이 N배 커요.</translation>
    </message>
    <message>
        <source>The loss is ½ · mean over the outputs, the gradient that of ½ · sum: with two outputs every array is exactly twice too large.</source>
        <translation>손실은 출력에 대한 ½ · 평균인데 기울기는 ½ · 합의 것이에요. 출력이 두 개라서 모든 배열이 정확히 두 배 커요.</translation>
    </message>
    <message>
        <source>The sum under the exponentials runs over all examples. Loss and gradient no longer belong together, so every array is wrong.</source>
        <translation>분모에 있는 지수 함수의 합을 모든 샘플에 걸쳐 구했어요. 손실과 기울기가 더는 서로 맞지 않아서 모든 배열이 틀려요.</translation>
    </message>
    <message>
        <source>b is used by every example, so its gradient is a sum. Only the last example was left; nothing else is wrong.</source>
        <translation>b는 모든 샘플이 쓰므로 기울기는 합이에요. 그런데 마지막 샘플의 것만 남았어요. 다른 것은 틀리지 않아요.</translation>
    </message>
    <message>
        <source>∂L/∂x = ∂L/∂y · Wᵀ. The layer&apos;s own W and b are right; all before it is wrong. Where W is not square, the shapes would have told.</source>
        <translation>∂L/∂x = ∂L/∂y · Wᵀ. 이 계층의 W와 b는 맞지만 그 앞은 모두 틀려요. W가 정사각 행렬이 아니면 형상이 맞지 않아 바로 드러났을 거예요.</translation>
    </message>
</context>
<context>
    <name>functions</name>
    <message>
        <source>Beale&apos;s plain</source>
        <translation>Beale의 평원</translation>
    </message>
    <message>
        <source>Himmelblau&apos;s four valleys</source>
        <translation>Himmelblau의 네 골짜기</translation>
    </message>
    <message>
        <source>Long valley</source>
        <translation>긴 골짜기</translation>
    </message>
    <message>
        <source>Parabola</source>
        <translation>포물선</translation>
    </message>
    <message>
        <source>Rosenbrock&apos;s banana</source>
        <translation>Rosenbrock의 바나나</translation>
    </message>
    <message>
        <source>Saddle</source>
        <translation>안장</translation>
    </message>
    <message>
        <source>Sum of squares</source>
        <translation>제곱합</translation>
    </message>
    <message>
        <source>Two valleys</source>
        <translation>두 골짜기</translation>
    </message>
</context>
<context>
    <name>graph</name>
    <message>
        <source>0 ÷ 0 has no value.</source>
        <translation>0 ÷ 0에는 값이 없어요.</translation>
    </message>
    <message>
        <source>A cosine multiplies the upstream gradient by minus the sine.</source>
        <translation>코사인은 상류 기울기에 사인의 부호를 바꾸어 곱해요.</translation>
    </message>
    <message>
        <source>A difference passes the upstream gradient to the first term unchanged, to the second with its sign reversed.</source>
        <translation>뺄셈은 상류 기울기를 첫째 항에는 그대로, 둘째 항에는 부호를 바꾸어 흘려보내요.</translation>
    </message>
    <message>
        <source>A division by 0: the quotient grows without limit.</source>
        <translation>0으로 나누었어요. 몫이 한없이 커져요.</translation>
    </message>
    <message>
        <source>A logarithm divides the upstream gradient by its operand.</source>
        <translation>로그는 상류 기울기를 피연산자로 나눠요.</translation>
    </message>
    <message>
        <source>A matrix product passes the upstream gradient to each factor, multiplied by the other factor transposed, on the side where the shapes fit.</source>
        <translation>행렬 곱은 상류 기울기에 다른 인수의 전치를, 형상이 맞는 쪽에서 곱해 각 인수에 흘려보내요.</translation>
    </message>
    <message>
        <source>A mean hands every entry the same share, 1/n, of the upstream gradient.</source>
        <translation>평균은 모든 원소에 상류 기울기의 1/n씩을 똑같이 나눠 줘요.</translation>
    </message>
    <message>
        <source>A negation sends the upstream gradient back with its sign reversed.</source>
        <translation>부호 반전은 상류 기울기의 부호를 바꾸어 거꾸로 보내요.</translation>
    </message>
    <message>
        <source>A negative number has no real logarithm.</source>
        <translation>음수에는 실수 로그가 없어요.</translation>
    </message>
    <message>
        <source>A negative number has no real power with a fractional exponent.</source>
        <translation>음수의 거듭제곱은 지수가 정수가 아니면 실수가 아니에요.</translation>
    </message>
    <message>
        <source>A negative number has no real square root.</source>
        <translation>음수에는 실수 제곱근이 없어요.</translation>
    </message>
    <message>
        <source>A power passes the upstream gradient to its base multiplied by y·x^(y−1), and to its exponent multiplied by x^y·ln x.</source>
        <translation>거듭제곱은 상류 기울기에 y·x^(y−1)을 곱해 밑에, x^y·ln x를 곱해 지수에 흘려보내요.</translation>
    </message>
    <message>
        <source>A product passes the upstream gradient to each factor, multiplied by the other factor.</source>
        <translation>곱셈은 상류 기울기에 다른 인수를 곱해 각 인수에 흘려보내요.</translation>
    </message>
    <message>
        <source>A quotient passes the upstream gradient to the numerator divided by the denominator, and to the denominator multiplied by −x/y².</source>
        <translation>나눗셈은 상류 기울기를 분모로 나누어 분자에, −x/y²을 곱해 분모에 흘려보내요.</translation>
    </message>
    <message>
        <source>A sigmoid multiplies the upstream gradient by y(1 − y), which is at most ¼.</source>
        <translation>시그모이드는 상류 기울기에 y(1 − y)를 곱해요. 이 값은 아무리 커도 ¼이에요.</translation>
    </message>
    <message>
        <source>A sine multiplies the upstream gradient by the cosine.</source>
        <translation>사인은 상류 기울기에 코사인을 곱해요.</translation>
    </message>
    <message>
        <source>A square root divides the upstream gradient by twice the root.</source>
        <translation>제곱근은 상류 기울기를 제곱근의 두 배로 나눠요.</translation>
    </message>
    <message>
        <source>A step has no derivative at its jump and the slope 0 everywhere else: 0 is taken, and it is used forwards only.</source>
        <translation>계단 함수는 뛰는 곳에서 미분이 없고, 다른 곳에서는 미분값이 0이에요. 여기서는 0을 쓰고, 순전파에만 써요.</translation>
    </message>
    <message>
        <source>A step is flat: it sends back 0, and nothing in front of it can learn through it.</source>
        <translation>계단 함수는 평평해서 0을 거꾸로 보내요. 그 앞에 있는 것은 계단 함수를 거쳐서는 아무것도 배울 수 없어요.</translation>
    </message>
    <message>
        <source>A sum hands the upstream gradient unchanged to every entry that it added.</source>
        <translation>합은 더한 원소마다 상류 기울기를 그대로 나눠 줘요.</translation>
    </message>
    <message>
        <source>A sum passes the upstream gradient on to each term unchanged.</source>
        <translation>덧셈은 상류 기울기를 각 항에 그대로 흘려보내요.</translation>
    </message>
    <message>
        <source>A tanh multiplies the upstream gradient by 1 − y², which is at most 1.</source>
        <translation>쌍곡탄젠트는 상류 기울기에 1 − y²을 곱해요. 이 값은 아무리 커도 1이에요.</translation>
    </message>
    <message>
        <source>A transpose sends the upstream gradient back transposed.</source>
        <translation>전치는 상류 기울기를 전치해 거꾸로 보내요.</translation>
    </message>
    <message>
        <source>Absolute value</source>
        <translation>절댓값</translation>
    </message>
    <message>
        <source>Affine</source>
        <translation>Affine</translation>
    </message>
    <message>
        <source>Affine multiplies the upstream gradient by Wᵀ for its input and Xᵀ by it for its weights; the bias, which every row of the batch uses, receives the sum over the rows.</source>
        <translation>Affine의 입력에는 상류 기울기에 Wᵀ를 곱한 값이, 가중치에는 Xᵀ에 상류 기울기를 곱한 값이 가요. 편향은 미니배치의 모든 행에 쓰이므로 행 전체의 합을 받아요.</translation>
    </message>
    <message>
        <source>An absolute value passes the upstream gradient on, with its sign reversed where x &lt; 0.</source>
        <translation>절댓값은 상류 기울기를 흘려보내되, x &lt; 0인 곳에서는 부호를 바꿔요.</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>코사인</translation>
    </message>
    <message>
        <source>Cross entropy</source>
        <translation>교차 엔트로피 오차</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>뺄셈</translation>
    </message>
    <message>
        <source>Every gradient begins at 0: the trace adds up the contributions of this pass only and keeps none from an earlier pass.</source>
        <translation>모든 기울기는 0에서 시작해요. 이번 역전파에서 온 값만 더하고, 앞선 역전파의 값은 남기지 않아요.</translation>
    </message>
    <message>
        <source>Every output of a softmax depends on every input: each input collects the upstream gradient of all outputs, each multiplied by its own local derivative.</source>
        <translation>소프트맥스의 모든 출력은 모든 입력에 따라 바뀌어요. 그래서 각 입력은 모든 출력의 상류 기울기에 각각의 국소적 미분을 곱해 모두 더해요.</translation>
    </message>
    <message>
        <source>Exponential</source>
        <translation>지수 함수</translation>
    </message>
    <message>
        <source>Hyperbolic tangent</source>
        <translation>쌍곡탄젠트</translation>
    </message>
    <message>
        <source>Its operand `{name}` is {value} already.</source>
        <translation>피연산자 `{name}`의 값이 이미 {value}(이에요/예요).</translation>
    </message>
    <message>
        <source>Larger of two</source>
        <translation>둘 중 큰 값</translation>
    </message>
    <message>
        <source>Largest entry</source>
        <translation>가장 큰 원소</translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation>Leaky ReLU</translation>
    </message>
    <message>
        <source>Leaky ReLU has a kink at 0 and no derivative there; the slope below 0 is taken.</source>
        <translation>Leaky ReLU는 0에서 꺾여 미분이 없어요. 여기서는 0 아래쪽의 기울기를 써요.</translation>
    </message>
    <message>
        <source>Leaky ReLU passes the upstream gradient where its operand was above 0, and a small part of it elsewhere.</source>
        <translation>Leaky ReLU는 피연산자가 0보다 컸던 곳에는 상류 기울기를 그대로, 다른 곳에는 그 일부만 조금 흘려보내요.</translation>
    </message>
    <message>
        <source>Matrix product</source>
        <translation>행렬 곱</translation>
    </message>
    <message>
        <source>Mean of the entries</source>
        <translation>원소의 평균</translation>
    </message>
    <message>
        <source>Natural logarithm</source>
        <translation>자연로그</translation>
    </message>
    <message>
        <source>Negation</source>
        <translation>부호 반전</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>거듭제곱</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>곱셈</translation>
    </message>
    <message>
        <source>Quotient</source>
        <translation>나눗셈</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>ReLU has a kink at 0 and no derivative there; 0 is taken.</source>
        <translation>ReLU는 0에서 꺾여 미분이 없어요. 여기서는 0을 써요.</translation>
    </message>
    <message>
        <source>ReLU passes the upstream gradient where its operand was above 0, and nothing elsewhere.</source>
        <translation>ReLU는 피연산자가 0보다 컸던 곳에만 상류 기울기를 흘려보내고, 다른 곳에는 아무것도 보내지 않아요.</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>시그모이드</translation>
    </message>
    <message>
        <source>Sigmoid and binary cross entropy together send back y − t, the output minus the target, divided by the number N of examples.</source>
        <translation>시그모이드와 이진 교차 엔트로피 오차를 합치면 출력에서 정답을 뺀 y − t를 샘플 수 N으로 나눈 값이 거꾸로 나와요.</translation>
    </message>
    <message>
        <source>Sigmoid cross entropy</source>
        <translation>Sigmoid-with-Loss</translation>
    </message>
    <message>
        <source>Sine</source>
        <translation>사인</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>소프트맥스</translation>
    </message>
    <message>
        <source>Softmax and cross entropy together send back y − t, the output minus the target, divided by the number N of examples. The book calls the two Softmax-with-Loss.</source>
        <translation>소프트맥스와 교차 엔트로피 오차를 합치면 출력에서 정답을 뺀 y − t를 샘플 수 N으로 나눈 값이 거꾸로 나와요. 책에서는 둘을 합쳐 Softmax-with-Loss라고 불러요.</translation>
    </message>
    <message>
        <source>Softmax cross entropy</source>
        <translation>Softmax-with-Loss</translation>
    </message>
    <message>
        <source>Square root</source>
        <translation>제곱근</translation>
    </message>
    <message>
        <source>Squared error</source>
        <translation>오차제곱합</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>계단 함수</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>덧셈</translation>
    </message>
    <message>
        <source>Sum of many</source>
        <translation>여러 항의 합</translation>
    </message>
    <message>
        <source>Sum of the entries</source>
        <translation>원소의 합</translation>
    </message>
    <message>
        <source>The cross entropy looks only at the right class: the smaller its probability y, the larger the gradient −t/y. ε = 1e−7 keeps the logarithm from 0; the book calls it delta.</source>
        <translation>교차 엔트로피 오차는 정답 클래스만 봐요. 그 확률 y가 작을수록 기울기 −t/y가 커져요. ε = 1e−7은 로그 안이 0이 되지 않게 해요. 책에서는 delta라고 불러요.</translation>
    </message>
    <message>
        <source>The larger operand receives the whole upstream gradient, the smaller one nothing.</source>
        <translation>큰 피연산자가 상류 기울기를 모두 받고, 작은 쪽은 아무것도 받지 않아요.</translation>
    </message>
    <message>
        <source>The largest entry receives the whole upstream gradient, the others nothing.</source>
        <translation>가장 큰 원소가 상류 기울기를 모두 받고, 나머지는 아무것도 받지 않아요.</translation>
    </message>
    <message>
        <source>The local derivative for `{name}` is {value} here.</source>
        <translation>`{name}`에 대한 국소적 미분이 여기서 {value}(이에요/예요).</translation>
    </message>
    <message>
        <source>The logarithm of 0 is −∞.</source>
        <translation>0의 로그는 −∞예요.</translation>
    </message>
    <message>
        <source>The output depends on no input: there is nothing to differentiate.</source>
        <translation>출력에 영향을 주는 입력이 없어요. 미분할 것이 없어요.</translation>
    </message>
    <message>
        <source>The output does not depend on `{name}`: its gradient is 0.</source>
        <translation>출력은 `{name}`에 따라 바뀌지 않아요. 그래서 기울기가 0이에요.</translation>
    </message>
    <message>
        <source>The output is an array: the sum of its {entries:,} entries is differentiated.</source>
        <translation>출력이 배열이에요. 그 원소 {entries:,}개의 합을 미분해요.</translation>
    </message>
    <message>
        <source>The result is larger than float64 can hold (1.8e308).</source>
        <translation>결과가 float64에 담을 수 있는 수(1.8e308)보다 커요.</translation>
    </message>
    <message>
        <source>The squared error sends back the error itself, y − t: the ½ cancels the 2 of the square.</source>
        <translation>오차제곱합은 오차 y − t를 그대로 거꾸로 보내요. 제곱을 미분해 나온 2가 ½과 약분돼요.</translation>
    </message>
    <message>
        <source>The upstream gradient is {value} already.</source>
        <translation>상류 기울기가 이미 {value}(이에요/예요).</translation>
    </message>
    <message>
        <source>Transpose</source>
        <translation>전치</translation>
    </message>
    <message>
        <source>Upstream gradient times local derivative is {value} for `{name}`.</source>
        <translation>`{name}`에 대한 상류 기울기와 국소적 미분의 곱이 {value}(이에요/예요).</translation>
    </message>
    <message>
        <source>Where both are equal the derivative does not exist; each is given half.</source>
        <translation>둘이 같은 곳에는 미분이 없어요. 여기서는 반씩 나눠 줘요.</translation>
    </message>
    <message>
        <source>Where several entries are the largest the derivative does not exist; they share it.</source>
        <translation>가장 큰 원소가 여럿인 곳에는 미분이 없어요. 여기서는 나눠 받아요.</translation>
    </message>
    <message>
        <source>exp is its own derivative: the upstream gradient is multiplied by exp(x).</source>
        <translation>exp는 미분해도 그대로예요. 상류 기울기에 exp(x)를 곱해요.</translation>
    </message>
    <message>
        <source>exp of a number above 709.78 is larger than float64 can hold (1.8e308).</source>
        <translation>709.78보다 큰 수의 exp는 float64에 담을 수 있는 수(1.8e308)보다 커요.</translation>
    </message>
    <message>
        <source>|x| has a kink at 0 and no derivative there; 0 is taken.</source>
        <translation>|x|는 0에서 꺾여 미분이 없어요. 여기서는 0을 써요.</translation>
    </message>
    <message>
        <source>∞ − ∞, 0 · ∞ and ∞ ÷ ∞ have no value: nan, not a number.</source>
        <translation>∞ − ∞, 0 · ∞, ∞ ÷ ∞에는 값이 없어서 nan, 곧 수가 아닌 것이 돼요.</translation>
    </message>
</context>
<context>
    <name>layers</name>
    <message>
        <source>Affine</source>
        <translation>Affine</translation>
    </message>
    <message>
        <source>Batch normalization</source>
        <translation>배치 정규화</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>드롭아웃</translation>
    </message>
    <message>
        <source>How many values this layer gives. More units can learn more and take longer; ↑ and ↓ change the number by one.</source>
        <translation>이 계층이 내보내는 값의 개수예요. 뉴런이 많으면 더 많이 배울 수 있지만 오래 걸려요. ↑와 ↓로 하나씩 바꾸세요.</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>항등 함수</translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation>Leaky ReLU</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>Share that {layer} drops</source>
        <translation>{layer}에서 끄는 비율</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>시그모이드</translation>
    </message>
    <message>
        <source>Slope of {layer} below 0</source>
        <translation>{layer}의 0 아래 기울기</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>계단 함수</translation>
    </message>
    <message>
        <source>Switches off a share of the values at random while training. A larger share holds back overfitting.</source>
        <translation>학습하는 동안 값의 일부를 무작위로 꺼요. 비율이 크면 오버피팅을 더 억제해요.</translation>
    </message>
    <message>
        <source>Tanh</source>
        <translation>쌍곡탄젠트</translation>
    </message>
    <message>
        <source>The share of the values that is switched off in each iteration, from 0 to below 1.</source>
        <translation>반복할 때마다 끄는 값의 비율이에요. 0 이상 1 미만이에요.</translation>
    </message>
    <message>
        <source>The slope below 0. With 0 it is ReLU, with 1 it does nothing.</source>
        <translation>0 아래에서의 기울기예요. 0이면 ReLU와 같고, 1이면 아무 일도 하지 않아요.</translation>
    </message>
    <message>
        <source>Units of {layer}</source>
        <translation>{layer}의 뉴런 수</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>비율</translation>
    </message>
    <message>
        <source>slope</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>y = 1 / (1 + exp(−x)), between 0 and 1. Its slope is ¼ at most: gradients shrink.</source>
        <translation>y = 1 / (1 + exp(−x)). 0과 1 사이예요. 미분값이 최대 ¼이라서 기울기가 작아져요.</translation>
    </message>
    <message>
        <source>y = 1 above 0, else 0, as in a perceptron. It has no gradient to learn from.</source>
        <translation>x가 0보다 크면 y = 1, 아니면 y = 0. 퍼셉트론과 같아요. 학습에 쓸 기울기가 없어요.</translation>
    </message>
    <message>
        <source>y = max(0, x). Lets positive values through, with slope 1, and stops the rest.</source>
        <translation>y = max(0, x). 양수는 미분값 1로 그대로 통과시키고 나머지는 막아요.</translation>
    </message>
    <message>
        <source>y = tanh(x), between −1 and 1. Its slope is 1 at 0 and falls off on both sides.</source>
        <translation>y = tanh(x). −1과 1 사이예요. 미분값은 x = 0일 때 1이고, 양쪽으로 갈수록 작아져요.</translation>
    </message>
    <message>
        <source>y = x above 0, slope · x below. A unit can never die.</source>
        <translation>x가 0보다 크면 y = x, 아니면 y = 기울기 · x. 뉴런이 죽지 않아요.</translation>
    </message>
    <message>
        <source>y = x. Without an activation, two Affine layers can do no more than one.</source>
        <translation>y = x. 활성화 함수가 없으면 Affine 계층 두 개로도 하나만큼밖에 못 해요.</translation>
    </message>
    <message>
        <source>y = x·W + b. More units can learn more, and take longer.</source>
        <translation>y = x·W + b. 뉴런이 많으면 더 많이 배울 수 있지만 오래 걸려요.</translation>
    </message>
    <message>
        <source>y = γ · (x − mean) / √variance + β, over each batch. Training is faster and less fragile.</source>
        <translation>미니배치마다 y = γ · (x − 평균) / √분산 + β. 학습이 더 빠르고 덜 까다로워져요.</translation>
    </message>
</context>
<context>
    <name>presets</name>
    <message>
        <source>Deep, ReLU (784, six of 50, 10)</source>
        <translation>깊은 신경망, ReLU (784, 50 여섯 층, 10)</translation>
    </message>
    <message>
        <source>Deep, sigmoid, on MNIST (784, six of 50, 10)</source>
        <translation>깊은 신경망, 시그모이드, MNIST (784, 50 여섯 층, 10)</translation>
    </message>
    <message>
        <source>Deep, sigmoid, one pair (10, six of 32, 2)</source>
        <translation>깊은 신경망, 시그모이드, 한 쌍 (10, 32 여섯 층, 2)</translation>
    </message>
    <message>
        <source>He weights, Adam, dropout 0.2 and a cosine schedule over twelve epochs: what one would try first today. Test accuracy: more than 98 %.</source>
        <translation>He 초깃값, Adam, 드롭아웃 0.2, 열두 에폭 동안의 코사인 감소: 요즘 가장 먼저 써 볼 만한 방법이에요. 시험 정확도는 98 %를 넘어요.</translation>
    </message>
    <message>
        <source>Modern (784-256-128-10)</source>
        <translation>요즘 방식 (784-256-128-10)</translation>
    </message>
    <message>
        <source>Six hidden layers of ReLU: the gradient reaches the first layer, and the network learns. Lay it over “Deep, sigmoid, on MNIST”, which starts from the same weights.</source>
        <translation>ReLU 은닉층 여섯 개: 기울기가 첫 계층까지 닿아서 신경망이 배워요. 같은 가중치에서 시작하는 “깊은 신경망, 시그모이드, MNIST”와 겹쳐 보세요.</translation>
    </message>
    <message>
        <source>The book&apos;s network: one hidden layer of 50 ReLU units, 10,000 batches of 100, SGD 0.1. Test accuracy: about 97 %.</source>
        <translation>책의 신경망: ReLU 뉴런 50개짜리 은닉층 하나, 크기 100인 미니배치 10,000개, SGD 0.1. 시험 정확도는 약 97 %예요.</translation>
    </message>
    <message>
        <source>The book&apos;s smallest network: a 2×3 matrix of weights, no bias, softmax, and a single example x = (0.6, 0.9) of the third class. Its first loss is 0.928.</source>
        <translation>책에서 가장 작은 신경망: 2×3 가중치 행렬, 편향 없음, 소프트맥스, 그리고 세 번째 클래스인 샘플 x = (0.6, 0.9) 하나. 처음 손실은 0.928이에요.</translation>
    </message>
    <message>
        <source>The same weights as “Deep, ReLU” with sigmoid in its place: each layer passes back a fourth to a fifth of the gradient, the first layers stand still, and the accuracy stays near 10 %.</source>
        <translation>“깊은 신경망, ReLU”와 같은 가중치에 ReLU 대신 시그모이드를 써요. 계층마다 기울기의 4분의 1에서 5분의 1만 거꾸로 보내서, 첫 계층들은 멈춰 있고 정확도는 10 % 근처에 머물러요.</translation>
    </message>
    <message>
        <source>The study notes&apos; network: one hidden layer of 80 ReLU units, 20,000 batches of 200 drawn at random, SGD 0.1. Test accuracy: about 97.6 %.</source>
        <translation>공부 노트의 신경망: ReLU 뉴런 80개짜리 은닉층 하나, 무작위로 뽑은 크기 200인 미니배치 20,000개, SGD 0.1. 시험 정확도는 약 97.6 %예요.</translation>
    </message>
    <message>
        <source>The study notes&apos; vanishing gradient: six hidden sigmoid layers learn one random pair in 100 iterations, slowly. The loss reported is ½·mean, the gradient that of ½·Σ, as in the notes.</source>
        <translation>공부 노트의 기울기 소실: 시그모이드 은닉층 여섯 개가 무작위 한 쌍을 반복 100번 동안 느리게 배워요. 노트처럼 손실은 ½·평균으로 보여 주고, 기울기는 ½·Σ의 것을 써요.</translation>
    </message>
    <message>
        <source>Two hidden layers with sigmoid, Xavier weights, 6,000 batches of 100, SGD 0.1. Test accuracy: about 93.5 %.</source>
        <translation>시그모이드 은닉층 두 개, Xavier 초깃값, 크기 100인 미니배치 6,000개, SGD 0.1. 시험 정확도는 약 93.5 %예요.</translation>
    </message>
    <message>
        <source>Two hidden layers, sigmoid (784-50-100-10)</source>
        <translation>은닉층 2개, 시그모이드 (784-50-100-10)</translation>
    </message>
    <message>
        <source>Two layers (784-80-10)</source>
        <translation>2층 신경망 (784-80-10)</translation>
    </message>
    <message>
        <source>Two layers of the book (784-50-10)</source>
        <translation>책의 2층 신경망 (784-50-10)</translation>
    </message>
    <message>
        <source>simpleNet (2×3)</source>
        <translation>simpleNet (2×3)</translation>
    </message>
</context>
<context>
    <name>sections</name>
    <message>
        <source>A perceptron in code: weights and bias</source>
        <translation>퍼셉트론 구현, 가중치와 편향</translation>
    </message>
    <message>
        <source>A three-layer network</source>
        <translation>3층 신경망</translation>
    </message>
    <message>
        <source>A two-layer network: training with mini-batches, evaluation on the test set</source>
        <translation>2층 신경망: 미니배치 학습, 시험 데이터로 평가</translation>
    </message>
    <message>
        <source>Activation functions: sigmoid, step function, ReLU</source>
        <translation>활성화 함수: 시그모이드, 계단 함수, ReLU</translation>
    </message>
    <message>
        <source>Activations of the hidden layers, initial weights for ReLU</source>
        <translation>은닉층의 활성화값 분포, ReLU의 가중치 초깃값</translation>
    </message>
    <message>
        <source>Arrays of several dimensions, the matrix product</source>
        <translation>다차원 배열의 계산, 행렬의 곱</translation>
    </message>
    <message>
        <source>Backpropagation through addition and multiplication, buying apples</source>
        <translation>덧셈 노드와 곱셈 노드의 역전파, 사과 쇼핑의 예</translation>
    </message>
    <message>
        <source>Batch normalization</source>
        <translation>배치 정규화</translation>
    </message>
    <message>
        <source>Computational graphs and local calculation</source>
        <translation>계산 그래프와 국소적 계산</translation>
    </message>
    <message>
        <source>Derivatives, numerical differentiation</source>
        <translation>미분, 수치 미분</translation>
    </message>
    <message>
        <source>From NAND to a computer</source>
        <translation>NAND에서 컴퓨터까지</translation>
    </message>
    <message>
        <source>From perceptrons to neural networks, the activation function</source>
        <translation>퍼셉트론에서 신경망으로, 활성화 함수의 등장</translation>
    </message>
    <message>
        <source>Gradient descent</source>
        <translation>경사 하강법</translation>
    </message>
    <message>
        <source>Initial weights compared on MNIST</source>
        <translation>MNIST로 본 가중치 초깃값 비교</translation>
    </message>
    <message>
        <source>Initial weights of 0</source>
        <translation>초깃값을 0으로 하면?</translation>
    </message>
    <message>
        <source>It tells a story, without a calculation.</source>
        <translation>이야기라서 계산할 것이 없어요.</translation>
    </message>
    <message>
        <source>It tells how a computer is built of gates, without a calculation.</source>
        <translation>게이트로 컴퓨터를 만드는 이야기라서 계산할 것이 없어요.</translation>
    </message>
    <message>
        <source>Learning from data: training set and test set</source>
        <translation>데이터에서 학습하기: 훈련 데이터와 시험 데이터</translation>
    </message>
    <message>
        <source>Loss functions: squared error, cross entropy, mini-batches</source>
        <translation>손실 함수: 오차제곱합, 교차 엔트로피 오차, 미니배치</translation>
    </message>
    <message>
        <source>Optimizers compared on MNIST</source>
        <translation>MNIST로 본 최적화 기법 비교</translation>
    </message>
    <message>
        <source>Overfitting, weight decay, dropout</source>
        <translation>오버피팅, 가중치 감소, 드롭아웃</translation>
    </message>
    <message>
        <source>Partial derivatives</source>
        <translation>편미분</translation>
    </message>
    <message>
        <source>Perceptrons and logic gates: AND, NAND, OR</source>
        <translation>퍼셉트론과 논리 회로: AND, NAND, OR</translation>
    </message>
    <message>
        <source>Predictions of a network, batches</source>
        <translation>추론 처리, 배치 처리</translation>
    </message>
    <message>
        <source>SGD and its weakness, Momentum, AdaGrad, Adam</source>
        <translation>SGD와 그 단점, 모멘텀, AdaGrad, Adam</translation>
    </message>
    <message>
        <source>The Affine layer, for batches too, and softmax cross entropy</source>
        <translation>Affine 계층, 배치용 Affine 계층, Softmax-with-Loss 계층</translation>
    </message>
    <message>
        <source>The MNIST data set</source>
        <translation>MNIST 데이터셋</translation>
    </message>
    <message>
        <source>The ReLU layer and the sigmoid layer</source>
        <translation>ReLU 계층과 시그모이드 계층</translation>
    </message>
    <message>
        <source>The chain rule</source>
        <translation>연쇄법칙</translation>
    </message>
    <message>
        <source>The four steps of training, a network made of layers</source>
        <translation>신경망 학습의 네 단계, 계층으로 만든 신경망</translation>
    </message>
    <message>
        <source>The gradient check</source>
        <translation>기울기 확인</translation>
    </message>
    <message>
        <source>The gradient of a neural network</source>
        <translation>신경망에서의 기울기</translation>
    </message>
    <message>
        <source>The limits of a perceptron, XOR, several layers</source>
        <translation>퍼셉트론의 한계, XOR, 다층 퍼셉트론</translation>
    </message>
    <message>
        <source>The multiplication layer and the addition layer</source>
        <translation>곱셈 계층과 덧셈 계층</translation>
    </message>
    <message>
        <source>The number of units in the output layer</source>
        <translation>출력층의 뉴런 수</translation>
    </message>
    <message>
        <source>The output layer: identity, softmax and its overflow</source>
        <translation>출력층: 항등 함수, 소프트맥스와 오버플로</translation>
    </message>
    <message>
        <source>The program cannot try out many hyperparameters and compare them yet.</source>
        <translation>여러 하이퍼파라미터를 시험해서 비교하는 기능은 아직 없어요.</translation>
    </message>
    <message>
        <source>The search for good hyperparameters</source>
        <translation>적절한 하이퍼파라미터 값 찾기</translation>
    </message>
    <message>
        <source>The story of an adventurer</source>
        <translation>모험가 이야기</translation>
    </message>
    <message>
        <source>Training by backpropagation</source>
        <translation>오차역전파법을 사용한 학습</translation>
    </message>
    <message>
        <source>Why a loss function and not the accuracy</source>
        <translation>왜 정확도가 아니라 손실 함수인가</translation>
    </message>
</context>
</TS>
